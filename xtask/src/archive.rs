//! Archives whose bytes depend on names and contents alone: the same order, time, owner and mode in any folder.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;

use flate2::read::GzDecoder;
use flate2::{Compression, GzBuilder};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::{Outcome, project};

/// The mode of every file.
const MODE: u32 = 0o644;

/// A file of an archive: its path there, with `/`, and its content.
pub type Entry = (String, Vec<u8>);

/// The day that all files of a release carry. It differs from release to release, because servers take a file of the same
/// length and time for the same file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// Reads `2026-11-30`.
    pub fn parse(text: &str) -> Outcome<Self> {
        let wrong = || format!("\u{201c}{text}\u{201d} is not a day such as 2026-11-30.");
        let mut parts = text.split('-');
        let mut next = || parts.next().and_then(|part| part.parse::<u16>().ok());
        let (Some(year), Some(month @ 1..=12), Some(day @ 1..=31), None) = (next(), next(), next(), next())
        else {
            return Err(wrong());
        };
        match (u8::try_from(month), u8::try_from(day)) {
            (Ok(month), Ok(day)) if (1980..2100).contains(&year) => Ok(Self { year, month, day }),
            _ => Err(wrong()),
        }
    }

    /// Its midnight in UTC as seconds since 1970, by the count of days of the civil calendar.
    fn seconds(self) -> u64 {
        // Years begin in March here, so that the day that leap years add is their last.
        let month = u64::from(self.month);
        let year = u64::from(self.year) - u64::from(month < 3);
        let month = (month + 9) % 12;
        let days =
            year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + u64::from(self.day);
        // The first of March of the year 0 is 719,468 days before 1970; days of a month begin at 1.
        (days - 719_469) * 86_400
    }
}

/// The files below a folder, each below `top` in the archive, sorted by path.
pub fn entries(folder: &Path, top: &str) -> Outcome<Vec<Entry>> {
    let mut entries = Vec::new();
    collect(folder, top, &mut entries)?;
    entries.sort();
    Ok(entries)
}

fn collect(folder: &Path, top: &str, entries: &mut Vec<Entry>) -> Outcome<()> {
    let cannot = |error: std::io::Error| format!("Cannot list {}: {error}.", folder.display());
    for entry in fs::read_dir(folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        let name = [top, "/", &project::name_of(&path)].concat();
        if path.is_dir() {
            collect(&path, &name, entries)?;
        } else {
            entries.push((name, project::read(&path)?));
        }
    }
    Ok(())
}

/// A gzipped tar archive.
pub fn tar_gz(entries: &[Entry], day: Day) -> Outcome<Vec<u8>> {
    let cannot = |error: std::io::Error| format!("Cannot write a tar archive: {error}.");
    // Neither a time nor the machine's system in gzip's head.
    let gzip = GzBuilder::new().mtime(0).operating_system(255).write(Vec::new(), Compression::best());
    let mut archive = tar::Builder::new(gzip);
    for (name, bytes) in entries {
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_mode(MODE);
        header.set_mtime(day.seconds());
        archive.append_data(&mut header, name, bytes.as_slice()).map_err(cannot)?;
    }
    archive.into_inner().and_then(|gzip| gzip.finish()).map_err(cannot)
}

/// The files of a gzipped tar archive, sorted by path.
pub fn read_tar_gz(bytes: &[u8]) -> Outcome<Vec<Entry>> {
    let cannot = |error: std::io::Error| format!("Cannot read a tar archive: {error}.");
    let mut entries = Vec::new();
    for entry in tar::Archive::new(GzDecoder::new(bytes)).entries().map_err(cannot)? {
        let mut entry = entry.map_err(cannot)?;
        let name = entry.path().map_err(cannot)?.to_string_lossy().into_owned();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).map_err(cannot)?;
        entries.push((name, content));
    }
    entries.sort();
    Ok(entries)
}

/// A zip archive.
pub fn zip(entries: &[Entry], day: Day) -> Outcome<Vec<u8>> {
    let cannot = |error: &dyn std::fmt::Display| format!("Cannot write a zip archive: {error}.");
    let midnight = DateTime::from_date_and_time(day.year, day.month, day.day, 0, 0, 0)
        .map_err(|error| cannot(&error))?;
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(midnight)
        .unix_permissions(MODE);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        archive.start_file(name.as_str(), options).map_err(|error| cannot(&error))?;
        archive.write_all(bytes).map_err(|error| cannot(&error))?;
    }
    archive.finish().map(Cursor::into_inner).map_err(|error| cannot(&error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_unix_does() {
        // What GNU `date -u -d DAY +%s` prints.
        for (day, seconds) in
            [("1980-01-01", 315_532_800), ("2024-02-29", 1_709_164_800), ("2026-11-30", 1_795_996_800)]
        {
            assert_eq!(Day::parse(day).map(Day::seconds), Ok(seconds), "{day}");
        }
        for wrong in ["2026-11", "2026-13-01", "26-11-30", "2026-11-30-1", "today"] {
            assert!(Day::parse(wrong).is_err(), "{wrong}");
        }
    }

    /// Makes the same files in a folder, in the order given, and returns both archives of it.
    fn archives(folder: &Path, order: [usize; 3]) -> Outcome<(Vec<u8>, Vec<u8>)> {
        let files = [("b.txt", "two"), ("a.txt", "one"), ("sub/c.txt", "three")];
        project::empty_folder(&folder.join("sub"))?;
        for at in order {
            let (name, text) = files[at];
            project::write(&folder.join(name), text)?;
        }
        let entries = entries(folder, "top")?;
        let day = Day::parse("2026-11-30")?;
        Ok((tar_gz(&entries, day)?, zip(&entries, day)?))
    }

    #[test]
    fn a_copied_folder_gives_the_same_archives() {
        let scratch = project::scratch().join("archive-test");
        let first = archives(&scratch.join("first"), [0, 1, 2]).unwrap();
        let second = archives(&scratch.join("elsewhere/second"), [2, 1, 0]).unwrap();
        assert!(first == second, "the archives differ");
        let names: Vec<String> = read_tar_gz(&first.0).unwrap().into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["top/a.txt", "top/b.txt", "top/sub/c.txt"]);
    }
}

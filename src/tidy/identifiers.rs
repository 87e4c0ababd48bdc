//! Repairs of what machines read: DOI, ISSN, pages, language, address.

use crate::item::Rule;
use crate::prelude::*;
use crate::text::{self, joined};
use crate::tidy::Report;
use crate::vocabulary::Variable;

/// Languages as pages name them, and their tags (BCP 47, from ISO 639-2 and the names in English and in the language).
const LANGUAGES: &str = "en=eng english|es=spa spanish español|pt=por portuguese português|fr=fra fre french français|\
    de=deu ger german deutsch|it=ita italian italiano|nl=nld dut dutch nederlands|pl=pol polish polski|\
    cs=ces cze czech čeština|ru=rus russian русский|uk=ukr ukrainian українська|tr=tur turkish türkçe|\
    id=ind indonesian|ms=msa may malay|ar=ara arabic العربية|fa=fas per persian|ur=urd urdu|\
    hi=hin hindi|zh=zho chi chinese 中文|ja=jpn japanese 日本語|ko=kor korean 한국어|vi=vie vietnamese|\
    sv=swe swedish svenska|da=dan danish dansk|no=nor norwegian norsk|fi=fin finnish suomi|\
    hu=hun hungarian magyar|ro=ron rum romanian română|el=ell gre greek|ca=cat catalan català|\
    hr=hrv croatian hrvatski|sr=srp serbian|sl=slv slovenian|sk=slk slo slovak|la=lat latin";

/// Mends the text of one variable where it is for machines.
pub(super) fn mend(report: &mut Report, variable: Variable, text: &mut String) {
    let field = variable.word();
    match variable {
        Variable::Doi => {
            let bare = doi(text);
            report.change(field, text, bare, Rule::Doi, "a DOI begins with “10.”");
        }
        Variable::Page => {
            let range = pages(text);
            report.change(field, text, range, Rule::Pages, "");
        }
        Variable::Issn => {
            let numbers: Vec<String> = text.split(',').map(|one| issn(one.trim())).gather();
            let hyphened = text::separated(&numbers, ", ");
            report.change(field, text, hyphened, Rule::Issn, "an ISSN is written as two groups of four");
            for one in text.split(',').map(str::trim).filter(|one| !check_digit(one)) {
                report.doubt(field, &["The check digit of the ISSN ", one, " is wrong."]);
            }
        }
        Variable::Language => {
            let tag = language(text);
            report.change(field, text, tag, Rule::Language, "languages are given as BCP 47 tags");
        }
        Variable::Url => {
            let lower = text.trim().to_ascii_lowercase();
            if !lower.starts_with("http://") && !lower.starts_with("https://") {
                let short: String = text.chars().take(40).spell();
                report.doubt(field, &["The address “", &short, "” is no web address and is not linked."]);
            }
        }
        _ => {}
    }
}

/// The bare DOI in `https://doi.org/10.…`, `doi: 10.…` and the like, without what closes a sentence; the text itself
/// where no DOI is in it.
pub(super) fn doi(text: &str) -> String {
    let text = text.trim();
    let Some(start) = text::find(text, "10.") else { return text.to_owned() };
    let rest = text.get(start..).unwrap_or("");
    let rest = rest.split(char::is_whitespace).next().unwrap_or("");
    // A DOI in an address may be escaped; the escapes that occur are those of the slash and of brackets.
    let mut bare = rest.to_owned();
    for (escape, c) in [
        ("%2F", "/"),
        ("%2f", "/"),
        ("%28", "("),
        ("%29", ")"),
        ("%3A", ":"),
        ("%3B", ";"),
        ("%3C", "<"),
        ("%3E", ">"),
    ] {
        bare = text::replaced(&bare, escape, c);
    }
    let open = bare.matches('(').count();
    loop {
        // A closing bracket belongs to the DOI if it was opened there.
        let stray = bare.ends_in(".,;\"”") || bare.ends_with(')') && open < bare.matches(')').count();
        if !stray {
            break;
        }
        bare.pop();
    }
    if bare.holds('/') { bare } else { text.to_owned() }
}

/// Pages as CSL-JSON has them: a hyphen in a range, no "pp." before it.
fn pages(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let label = ["pages", "page", "pp.", "pp", "pgs.", "p."];
    let label = label.iter().find(|label| lower.starts_with(**label)).map_or(0, |label| label.len());
    let bare = text.get(label..).unwrap_or("").trim_start_of(" :\u{a0}");
    if !bare.starts_with(|c: char| c.is_letter_or_number()) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(bare.len());
    for c in bare.chars() {
        match c {
            '–' | '—' | '‐' | '‑' | '−' | '-' => {
                out.truncate(out.trim_end_of(" -").len());
                out.push('-');
            }
            ' ' | '\u{a0}' if out.ends_with('-') => {}
            c => out.push(c),
        }
    }
    out.trim_end_of("-. ").to_owned()
}

/// Two groups of four with a hyphen and a capital X; the text itself where there are not eight digits.
fn issn(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_alphanumeric).spell();
    let (Some(first), Some(second), 8) = (digits.get(..4), digits.get(4..), digits.len()) else {
        return text.to_owned();
    };
    joined(&[first, "-", &second.to_ascii_uppercase()])
}

/// Whether the last digit of an ISSN is the one that ISO 3297 computes from the others.
fn check_digit(issn: &str) -> bool {
    let digits = issn.chars().filter(|c| *c != '-');
    let values = digits.map(|c| if c == 'X' { Some(10) } else { c.to_digit(10) });
    let sum = values.zip((1..=8u32).rev()).try_fold(0, |sum, (value, weight)| Some(sum + value? * weight));
    sum.is_some_and(|sum| sum % 11 == 0)
}

/// A language tag: `en_US` and `EN` written as they should be, `eng` and `English` as `en`; the text itself where it
/// names no language that is known.
fn language(text: &str) -> String {
    let lower = text::lower(text.trim());
    if let Some(row) = text::rows(LANGUAGES).find(|row| text::listed(row.1, &lower)) {
        return row.0.to_owned();
    }
    let mut parts = lower.split(['-', '_']);
    let primary = parts.next().unwrap_or("");
    if !(2..=3).contains(&primary.len()) || !primary.chars().all(|c| c.is_ascii_alphabetic()) {
        return text.trim().to_owned();
    }
    let mut tag = primary.to_owned();
    for part in parts {
        tag.push('-');
        match part.len() {
            2 => tag.push_str(&part.to_ascii_uppercase()),
            4 => {
                let (first, rest) = part.split_at_checked(1).unwrap_or((part, ""));
                tag.push_str(&first.to_ascii_uppercase());
                tag.push_str(rest);
            }
            _ => tag.push_str(part),
        }
    }
    tag
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(mend: fn(&str) -> String, text: &str, want: &str) {
        assert_eq!(mend(text), want, "{text}");
    }

    #[test]
    fn a_doi_in_any_dress() {
        check(doi, "10.58932/MULA0028", "10.58932/MULA0028");
        check(doi, "https://doi.org/10.58932/MULA0028", "10.58932/MULA0028");
        check(doi, "http://dx.doi.org/10.58932/MULA0028.", "10.58932/MULA0028");
        check(doi, "doi: 10.58932%2FMULA0028", "10.58932/MULA0028");
        check(doi, "DOI:10.1016/S0140-6736(05)67728-8", "10.1016/S0140-6736(05)67728-8");
        check(doi, "(doi:10.1000/x)", "10.1000/x");
        check(doi, "ade/1391109086", "ade/1391109086");
    }

    #[test]
    fn pages_are_ranges_with_a_hyphen() {
        check(pages, "211–238", "211-238");
        check(pages, "pp. 211-238", "211-238");
        check(pages, "211--238", "211-238");
        check(pages, "211 – 238.", "211-238");
        check(pages, "p. 5", "5");
        check(pages, "S112-S119", "S112-S119");
        check(pages, "Pages", "Pages");
        check(pages, "xii-xv, 3", "xii-xv, 3");
    }

    #[test]
    fn issn_and_language() {
        check(issn, "12345679", "1234-5679");
        check(issn, "2049-363x", "2049-363X");
        check(issn, "none", "none");
        assert!(check_digit("0028-0836") && check_digit("2049-3630") && !check_digit("0028-0837"));
        check(language, "eng", "en");
        check(language, "English", "en");
        check(language, "EN", "en");
        check(language, "en_us", "en-US");
        check(language, "zh-hans-cn", "zh-Hans-CN");
        check(language, "Articles", "Articles");
    }
}

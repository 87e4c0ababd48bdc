//! `cargo xtask dist`: what a webmaster uploads, in `dist/upload/`, the plugin for Open Journal Systems, in `dist/ojs/`,
//! the npm packages, in `dist/npm/` and `dist/npm-styles/`, and all as downloads, in `dist/release/`. They are made from the same build.

use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use citelet::VERSION;
use sha2::{Digest, Sha256, Sha384};

use crate::{Outcome, build, npm, npm_styles, plugin, project, release};

/// Builds, then makes all. The folder to upload contains the library of all styles only with `with_library`: it is many
/// times larger than everything else.
pub fn dist(with_library: bool) -> Outcome<()> {
    build::build(build::Scope::Everything)?;
    package(with_library)?;
    println!(
        "To upload: dist/upload/, with EMBED.md on how to embed it. The npm packages: dist/npm/ and dist/npm-styles/."
    );
    println!("To hand out: dist/release/, where README.md says which file is for whom.");
    Ok(())
}

/// Makes all of what is built.
pub fn package(with_library: bool) -> Outcome<()> {
    npm_styles::package()?;
    plugin::package(&upload(with_library)?)?;
    npm::package()?;
    release::release(with_library)
}

/// Makes the folder to upload. Its files are in a folder that is named after their content, so that they can be cached
/// for ever and import each other by fixed names; a one-line module beside it keeps its name. Returns that inner folder.
fn upload(with_library: bool) -> Outcome<PathBuf> {
    let files = project::files_in(&project::web())?;
    let name = [VERSION, "-", &fingerprint(&files)?].concat();
    let top = project::root().join("dist/upload");
    project::empty_folder(&top)?;
    let folder = top.join(&name);
    project::make_folder(&folder)?;
    for file in &files {
        project::copy(file, &folder.join(project::name_of(file)))?;
    }
    if with_library {
        project::copy_folder(&npm_styles::library(), &folder.join("library"))?;
    }
    let entry = ["export * from './", &name, "/", build::ELEMENT, "';\n"].concat();
    project::write(&top.join(build::ELEMENT), entry)?;
    let guide = project::read_text(&project::root().join("package/upload/EMBED.md"))?
        .replace("{{version}}", VERSION)
        .replace("{{folder}}", &name)
        .replace("{{integrity}}", &integrity(&project::read(&folder.join(build::ELEMENT))?));
    project::write(&top.join("EMBED.md"), guide)?;
    Ok(folder)
}

/// Eight digits that change when a file's name or content does.
fn fingerprint(files: &[PathBuf]) -> Outcome<String> {
    let mut hash = Sha256::new();
    for file in files {
        hash.update(project::name_of(file));
        hash.update(project::read(file)?);
    }
    Ok(hash.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect())
}

/// The value of an `integrity` attribute (Subresource Integrity, section 3.5).
fn integrity(bytes: &[u8]) -> String {
    ["sha384-", &STANDARD.encode(Sha384::digest(bytes))].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integrity_is_what_browsers_compute() {
        // The example of the specification's section 3.1.
        let expected = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(integrity(b"alert('Hello, world.');"), expected);
    }
}

//! One file with all that a page needs: `cite-let.single.js`, for those who can put only one file on their server.
//!
//! It is the element with all modules that are loaded on demand, but for the full engine, and has the engine, the styles and
//! the languages as texts. It is bundled with short texts in place of those, which come in at the end: bundlers would escape
//! more of their characters than JavaScript requires.

use std::path::{Path, PathBuf};

use crate::build::{self, Engine, Form};
use crate::{Outcome, project, run, without_wasm};

/// The file.
pub const SINGLE: &str = "cite-let.single.js";

/// The engine in it, which writes files too.
pub const ENGINE: Engine = Engine {
    title: "engine of the single file",
    name: "citelet-single",
    features: "wasm,write",
    profile: build::SMALL,
};

/// Modules that stay outside: the full engine and what needs it, the search of a library, which is a folder of files, the
/// translation, and the exporter, which is not needed.
pub const OUTSIDE: [&str; 6] = [
    "citelet-full.js",
    "references.js",
    "registry.js",
    "library.js",
    without_wasm::TRANSLATION,
    "citelet-export.js",
];

/// The module that the script begins with.
const ENTRY: &str = "single.js";

/// The module with the contents, which the build makes.
pub const CONTENTS: &str = "single-contents.js";

/// The module in place of the one which says that the script has nothing inside.
const INSIDE: &str = "export * from './single-inside.js';\n";

/// A file that is in the script, or several.
struct Content {
    /// What stands for the content until the script is bundled.
    placeholder: &'static str,
    /// As a JavaScript literal.
    literal: String,
}

impl Content {
    fn text(placeholder: &'static str, text: &str) -> Content {
        Content { placeholder, literal: literal(text.chars()) }
    }

    /// One character a byte, none a control character: a file with them is no text to some servers, which then send it with
    /// a type that browsers refuse. After brotli that is a fifth less than base64.
    fn bytes(placeholder: &'static str, bytes: &[u8], alphabet: &[char]) -> Content {
        let characters = bytes.iter().filter_map(|byte| alphabet.get(usize::from(*byte)).copied());
        Content { placeholder, literal: literal(characters) }
    }
}

/// Options of esbuild for a script that is no module, and so has no `import.meta`.
pub fn bundler_options() -> [String; 2] {
    let address = project::root().join("www/single-address.js");
    ["--define:import.meta.url=scriptAddress".to_owned(), format!("--inject:{}", address.display())]
}

/// Where the engine is, and the modules that are bundled.
fn folder() -> PathBuf {
    project::scratch().join("single")
}

/// The engine of the last build, and its glue.
pub fn engine_files() -> (PathBuf, PathBuf) {
    (folder().join(ENGINE.module()), project::scratch().join("citelet-single.js"))
}

/// Compiles the engine and writes the file.
pub fn build() -> Outcome<()> {
    let folder = folder();
    project::empty_folder(&folder)?;
    build::engine(&ENGINE, &folder)?;
    let contents = contents()?;
    modules(&folder, &contents)?;
    let file = project::web().join(SINGLE);
    let outside = OUTSIDE.map(str::to_owned);
    run::step("bundling the single file", || {
        build::bundle(&folder.join(ENTRY), &file, Form::Classic, &outside)
    })?;
    project::write(&file, filled_in(&project::read_text(&file)?, &contents)?)
}

/// What is inside beside modules, in the order in which the module of contents has it.
fn contents() -> Outcome<[Content; 4]> {
    let mut languages = build::language_texts_for_pages();
    languages.retain(|(tag, _)| *tag != "en");
    // By the language's own name: those in one script become neighbours, which brotli makes 0.2 kB smaller.
    languages.sort_by_cached_key(|(_, text)| text.split("\nnames: ").nth(1).map(str::to_owned));
    let languages: String = languages.into_iter().map(|(_, text)| text).collect();
    let styles = project::read(&project::web().join(build::STYLES))?;
    let engine = project::read(&engine_files().0)?;
    let alphabet = alphabet(&engine);
    Ok([
        Content::text("@@languages@@", &languages),
        Content::text("@@alphabet@@", &alphabet.iter().collect::<String>()),
        Content::bytes("@@styles@@", &styles, &alphabet),
        Content::bytes("@@engine@@", &engine, &alphabet),
    ])
}

/// The characters for all bytes: for the most frequent those of ASCII, which take one byte and need no backslash, each its
/// own where it is one of them; for the others letters that take two bytes. After brotli 2 kB less than with any mask.
fn alphabet(bytes: &[u8]) -> Vec<char> {
    let mut counts = [0_usize; 256];
    for byte in bytes {
        counts[usize::from(*byte)] += 1;
    }
    let mut ascii: Vec<char> = (' '..='~').filter(|char| !needs_escape(*char)).collect();
    let mut frequent: Vec<usize> = (0..256).collect();
    frequent.sort_by_key(|byte| std::cmp::Reverse(counts[*byte]));
    frequent.truncate(ascii.len());
    frequent.sort_unstable();
    let mut alphabet = vec![None; 256];
    let own = |byte: usize| u8::try_from(byte).map(char::from).ok();
    for byte in &frequent {
        alphabet[*byte] = own(*byte).filter(|char| ascii.contains(char));
    }
    ascii.retain(|char| !alphabet.contains(&Some(*char)));
    let mut free = ascii.into_iter();
    for byte in frequent {
        alphabet[byte] = alphabet[byte].or_else(|| free.next());
    }
    let mut longer = '\u{c0}'..;
    alphabet.into_iter().filter_map(|char| char.or_else(|| longer.next())).collect()
}

/// Whether JavaScript requires a backslash before the character, or in its place, between quotation marks.
fn needs_escape(char: char) -> bool {
    matches!(char, '\n' | '\r' | '"' | '\\')
}

/// Collects the modules in a folder, some in place of others.
fn modules(folder: &Path, [languages, alphabet, styles, engine]: &[Content; 4]) -> Outcome<()> {
    let on_demand = build::on_demand()?;
    let inside = on_demand.iter().map(String::as_str).filter(|name| !OUTSIDE.contains(name));
    let module = format!(
        "export const LANGUAGES = '{}';\n\
         export const ALPHABET = '{}';\n\
         export const FILES = {{ __proto__: null, '{}': '{}', 'citelet.wasm': '{}' }};\n",
        languages.placeholder,
        alphabet.placeholder,
        build::STYLES,
        styles.placeholder,
        engine.placeholder
    );
    project::write(&build::module(CONTENTS), module)?;
    for entry in [ENTRY].into_iter().chain(inside) {
        let modules = build::modules(entry)?;
        modules.iter().try_for_each(|name| project::copy(&build::module(name), &folder.join(name)))?;
    }
    project::copy(&engine_files().1, &folder.join("citelet.js"))?;
    project::write(&folder.join("inside.js"), INSIDE)
}

/// The script with the contents in place of the names that stand for them. It begins with a byte order mark, which makes
/// browsers read a classic script as UTF-8, whatever encoding its page has.
fn filled_in(script: &str, contents: &[Content]) -> Outcome<String> {
    let mut rest = script;
    let mut filled = String::from('\u{feff}');
    for content in contents {
        let quoted = ["\"", "'", "`"].map(|quote| [quote, content.placeholder, quote].concat());
        let found = quoted.iter().find_map(|quoted| rest.split_once(quoted.as_str()));
        let (before, after) =
            found.ok_or_else(|| format!("{SINGLE} has no place for {}.", content.placeholder))?;
        filled.extend([before, &content.literal]);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

/// A JavaScript literal. Only what would end it is escaped, and what JavaScript requires to be.
fn literal(chars: impl Iterator<Item = char>) -> String {
    let mut out = String::from('"');
    for char in chars {
        match char {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            _ if needs_escape(char) => out.extend(['\\', char]),
            _ => out.push(char),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contents_come_in_as_literals() {
        let alphabet: Vec<char> = ('\u{100}'..='\u{1ff}').collect();
        let contents = [Content::bytes("@@a@@", b"\0a\"\xff", &alphabet), Content::text("@@b@@", "é–\"\r")];
        let script = "x={a:\"@@a@@\",b:'@@b@@'}";
        let expected = "\u{feff}x={a:\"\u{100}\u{161}\u{122}\u{1ff}\",b:\"é–\\\"\\r\"}";
        assert_eq!(filled_in(script, &contents).unwrap(), expected);
        assert!(filled_in("x={a:\"@@a@@\"}", &contents).is_err());
    }

    #[test]
    fn the_alphabet_has_a_character_for_each_byte() {
        let alphabet = alphabet(b"\0\0\xff\xffab\"\n");
        assert_eq!(alphabet.len(), 256);
        let different: std::collections::BTreeSet<char> = alphabet.iter().copied().collect();
        assert_eq!(different.len(), 256);
        assert!(!alphabet.iter().any(|char| char.is_control() || needs_escape(*char)));
        assert_eq!([alphabet[97], alphabet[98]], ['a', 'b']);
        assert!([0, 10, 34, 255].iter().all(|byte| alphabet[*byte].is_ascii()));
    }
}

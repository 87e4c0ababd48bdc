//! LaTeX's commands for characters outside ASCII: each table is read both ways, by the writer and by the reader.
//!
//! Sources: Lamport, *LaTeX: A Document Preparation System*, 2nd ed., sections 3.2.2 and 3.3; the text companion symbols of
//! the LaTeX kernel (`fntguide`, "Text symbols").

/// Characters and the commands that print them.
pub type CharacterTable = [(char, &'static str)];

/// The command for a character.
pub fn command(table: &CharacterTable, character: char) -> Option<&'static str> {
    table.iter().find(|row| row.0 == character).map(|row| row.1)
}

/// The character that a command prints.
pub fn character(table: &CharacterTable, command: &str) -> Option<char> {
    table.iter().find(|row| row.1 == command).map(|row| row.0)
}

/// Accents, by combining mark. LaTeX has no command for the other marks.
pub const ACCENTS: &CharacterTable = &[
    ('\u{300}', r"\`"),
    ('\u{301}', r"\'"),
    ('\u{302}', r"\^"),
    ('\u{303}', r"\~"),
    ('\u{304}', r"\="),
    ('\u{306}', r"\u"),
    ('\u{307}', r"\."),
    ('\u{308}', r#"\""#),
    ('\u{30a}', r"\r"),
    ('\u{30b}', r"\H"),
    ('\u{30c}', r"\v"),
    ('\u{323}', r"\d"),
    ('\u{326}', r"\textcommabelow"),
    ('\u{327}', r"\c"),
    ('\u{328}', r"\k"),
    ('\u{331}', r"\b"),
];

/// Letters that have a command; in braces BibTeX treats it as one letter.
pub const LETTERS: &CharacterTable = &[
    ('ø', r"\o"),
    ('Ø', r"\O"),
    ('ł', r"\l"),
    ('Ł', r"\L"),
    ('ß', r"\ss"),
    ('æ', r"\ae"),
    ('Æ', r"\AE"),
    ('œ', r"\oe"),
    ('Œ', r"\OE"),
    ('đ', r"\dj"),
    ('Đ', r"\DJ"),
    ('ð', r"\dh"),
    ('Ð', r"\DH"),
    ('þ', r"\th"),
    ('Þ', r"\TH"),
    ('ŋ', r"\ng"),
    ('Ŋ', r"\NG"),
    ('ı', r"\i"),
    ('ȷ', r"\j"),
];

/// Punctuation and other signs.
pub const SIGNS: &CharacterTable = &[
    ('–', "--"),
    ('—', "---"),
    ('‘', "`"),
    ('’', "'"),
    ('“', "``"),
    ('”', "''"),
    ('\u{a0}', "~"),
    ('\u{202f}', r"\,"),
    ('\u{2009}', r"\,"),
    ('\u{2010}', "-"),
    ('\u{2011}', r"\mbox{-}"),
    ('\u{ad}', r"\-"),
    ('…', r"\ldots{}"),
    ('„', r"\quotedblbase{}"),
    ('‚', r"\quotesinglbase{}"),
    ('«', r"\guillemotleft{}"),
    ('»', r"\guillemotright{}"),
    ('‹', r"\guilsinglleft{}"),
    ('›', r"\guilsinglright{}"),
    ('¡', "!`"),
    ('¿', "?`"),
    ('•', r"\textbullet{}"),
    ('·', r"\textperiodcentered{}"),
    ('°', r"\textdegree{}"),
    ('±', r"$\pm$"),
    ('×', r"$\times$"),
    ('÷', r"$\div$"),
    ('−', "$-$"),
    ('≤', r"$\leq$"),
    ('≥', r"$\geq$"),
    ('≠', r"$\neq$"),
    ('≈', r"$\approx$"),
    ('∼', r"$\sim$"),
    ('∞', r"$\infty$"),
    ('→', r"$\rightarrow$"),
    ('←', r"$\leftarrow$"),
    ('↔', r"$\leftrightarrow$"),
    ('′', "$'$"),
    ('″', "$''$"),
    ('√', r"$\surd$"),
    ('∑', r"$\sum$"),
    ('∂', r"$\partial$"),
    ('∈', r"$\in$"),
    ('©', r"\textcopyright{}"),
    ('®', r"\textregistered{}"),
    ('™', r"\texttrademark{}"),
    ('§', r"\S{}"),
    ('¶', r"\P{}"),
    ('†', r"\dag{}"),
    ('‡', r"\ddag{}"),
    ('£', r"\pounds{}"),
    ('€', r"\texteuro{}"),
    ('¥', r"\textyen{}"),
    ('¢', r"\textcent{}"),
    ('ª', r"\textordfeminine{}"),
    ('º', r"\textordmasculine{}"),
    ('¹', r"\textsuperscript{1}"),
    ('²', r"\textsuperscript{2}"),
    ('³', r"\textsuperscript{3}"),
    ('½', r"\textonehalf{}"),
    ('¼', r"\textonequarter{}"),
    ('¾', r"\textthreequarters{}"),
    ('µ', r"$\mu$"),
];

/// Greek letters of mathematics, without the backslash. TeX has no command for the capitals that look like Latin ones.
pub const GREEK: &CharacterTable = &[
    ('α', "alpha"),
    ('β', "beta"),
    ('γ', "gamma"),
    ('δ', "delta"),
    ('ε', "epsilon"),
    ('ζ', "zeta"),
    ('η', "eta"),
    ('θ', "theta"),
    ('ι', "iota"),
    ('κ', "kappa"),
    ('λ', "lambda"),
    ('μ', "mu"),
    ('ν', "nu"),
    ('ξ', "xi"),
    ('π', "pi"),
    ('ρ', "rho"),
    ('ς', "varsigma"),
    ('σ', "sigma"),
    ('τ', "tau"),
    ('υ', "upsilon"),
    ('φ', "phi"),
    ('χ', "chi"),
    ('ψ', "psi"),
    ('ω', "omega"),
    ('Γ', "Gamma"),
    ('Δ', "Delta"),
    ('Θ', "Theta"),
    ('Λ', "Lambda"),
    ('Ξ', "Xi"),
    ('Π', "Pi"),
    ('Σ', "Sigma"),
    ('Υ', "Upsilon"),
    ('Φ', "Phi"),
    ('Ψ', "Psi"),
    ('Ω', "Omega"),
];

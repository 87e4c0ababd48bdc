//! Differences without a verdict, by what differs: many styles share a cause, and the causes of most differences are to be
//! looked at first.

use std::collections::{BTreeMap, BTreeSet};

use super::super::report::Case;
use super::NO_VERDICT;

/// How many clusters are shown.
const SHOWN: usize = 40;
/// How many characters of a difference count, if it has no blank before: two texts that part for one reason often have
/// nothing in common behind that place.
const LONGEST: usize = 24;

/// What cases of one cause have in common.
#[derive(Default)]
struct Cluster<'c> {
    cases: usize,
    styles: BTreeSet<&'c str>,
    example: &'c str,
}

/// A table of the differences without a verdict, the largest cluster first: how many strings, of how many styles, what the
/// reference and we print, and a case.
pub fn table(cases: &[Case]) -> Vec<String> {
    let open = |case: &&Case| !case.pass && case.notes.iter().any(|note| note == NO_VERDICT);
    let mut clusters: BTreeMap<(String, String), Cluster<'_>> = BTreeMap::new();
    for case in cases.iter().filter(open) {
        let cluster = clusters.entry(difference(&case.want, &case.got)).or_default();
        cluster.cases += 1;
        cluster.example = &case.name;
        cluster.styles.extend(case.groups.first().and_then(|group| group.split(' ').next()));
    }
    if clusters.is_empty() {
        return Vec::new();
    }
    let mut rows: Vec<_> = clusters.into_iter().collect();
    rows.sort_by_key(|(_, cluster)| std::cmp::Reverse((cluster.cases, cluster.styles.len())));
    let heading =
        format!("Without a verdict, {} clusters: strings, styles, theirs => ours, a case:", rows.len());
    let lines = rows.iter().take(SHOWN).map(|((theirs, ours), cluster)| {
        let styles = cluster.styles.len();
        format!("{:>6} {styles:>5}  “{theirs}” => “{ours}”  {}", cluster.cases, cluster.example)
    });
    std::iter::once(heading).chain(lines).collect()
}

/// What is left of two texts without their common beginning and end, as shapes, so that records do not count.
fn difference(theirs: &str, ours: &str) -> (String, String) {
    let (theirs, ours): (Vec<char>, Vec<char>) = (theirs.chars().collect(), ours.chars().collect());
    let start = theirs.iter().zip(&ours).take_while(|(a, b)| a == b).count();
    let (theirs, ours) = (&theirs[start..], &ours[start..]);
    let end = theirs.iter().rev().zip(ours.iter().rev()).take_while(|(a, b)| a == b).count();
    (shape(&theirs[..theirs.len() - end]), shape(&ours[..ours.len() - end]))
}

/// The first word of a text with letters as `a` and `A` and digits as `0`, each run once; tags, marks and a blank before
/// stay.
fn shape(text: &[char]) -> String {
    let mut out = String::new();
    let mut in_tag = false;
    for c in text {
        in_tag = *c == '<' || in_tag && *c != '>';
        if *c == ' ' && !in_tag && !out.is_empty() {
            break;
        }
        let kind = match c {
            c if in_tag => *c,
            c if c.is_numeric() => '0',
            c if c.is_uppercase() => 'A',
            c if c.is_alphabetic() => 'a',
            c => *c,
        };
        if !(kind.is_alphanumeric() && !in_tag && out.ends_with(kind)) {
            out.push(kind);
        }
    }
    match out.char_indices().nth(LONGEST) {
        Some((at, _)) => [&out[..at], "…"].concat(),
        None => out,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_do_not_count() {
        let one = difference("Berg, A. (2020). <i>Tides</i>.", "Berg, A. 2020. <i>Tides</i>.");
        assert_eq!(one, ("(0)".to_owned(), "0".to_owned()));
        assert_eq!(one, difference("Ek. (1999) x", "Ek. 1999 x"));
        assert_eq!(difference("a <i>B</i> c", "a B c"), ("<i>A</i>".to_owned(), "A".to_owned()));
        assert_eq!(difference("same", "same"), (String::new(), String::new()));
    }

    #[test]
    fn the_largest_cluster_is_first() {
        let case = |name: &str, want: &str, got: &str| {
            let mut case =
                Case::equal(name.to_owned(), "apa reference".to_owned(), want.to_owned(), got.to_owned());
            case.notes = vec![NO_VERDICT.to_owned()];
            case
        };
        let cases = [case("x", "a. b", "a b"), case("y", "c, 1", "c 1"), case("z", "d, 2", "d 2")];
        let table = table(&cases);
        assert!(table[1].starts_with("     2     1  “,” => “”"), "{table:?}");
        assert_eq!(table.len(), 3);
        assert!(super::table(&[]).is_empty());
    }
}

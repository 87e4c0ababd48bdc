//! ISSN, ISBN, DOI and address.

use crate::item::identifier::is_issn;
use crate::prelude::*;
use crate::read::meta_tags::{Candidate, Metadata};
use crate::read::result::ReadResult;
use crate::text::{self, DIGITS, word_list};
use crate::vocabulary::Variable;

/// Reads the ISSN, and an ISBN among other identifiers. The values are checked, for these tags have other texts as well.
pub(super) fn read(metadata: &Metadata<'_>, result: &mut ReadResult) {
    let doi = metadata.first("citation_doi");
    if result.item.get(Variable::Doi).is_none() && !doi.is_empty() {
        result.warn("DOI", "“{}” is no DOI: it should begin with “10.”.", &[doi]);
    }
    result.item.set(Variable::Issn, text::join(&issns(&metadata.candidates(Variable::Issn)), ", "));
    for candidate in metadata.tagged("dc.identifier") {
        if text::contains(&text::to_lowercase(candidate.text), "isbn") {
            let start = candidate.text.find_any(DIGITS).unwrap_or(candidate.text.len());
            let number = text::before_any(text::split_at(candidate.text, start).1, " ");
            result.fill(Variable::Isbn, number);
            break;
        }
    }
}

/// No journal has more ISSNs, and a limit bounds the search for those that were found already.
const MOST_ISSNS: usize = 8;

/// The ISSNs of the most trusted family of tags (Highwire, PRISM, …) that has any.
fn issns<'a>(candidates: &[Candidate<'a>]) -> Vec<&'a str> {
    let mut numbers: Vec<&str> = Vec::new();
    let mut family = "";
    for candidate in candidates {
        let own = text::before_any(candidate.tag, "_.");
        if !numbers.is_empty() && own != family {
            break;
        }
        family = own;
        // Page ranges have the same form, so that a number among others must be called an ISSN.
        let lower = text::to_lowercase(candidate.text);
        let labelled = candidate.tag.ends_with("issn") || text::contains(&lower, "issn");
        for part in text::split_any(candidate.text, " ,;()") {
            let number = text::after_last_any(part, ":");
            if numbers.len() < MOST_ISSNS
                && (labelled || part.len() == candidate.text.len())
                && is_issn(number)
                && !numbers.contains(&number)
            {
                numbers.push(number);
            }
        }
    }
    numbers
}

/// Whether a text contains a DOI: `10.`, four digits or more, a slash (or its escape) and a suffix (ISO 26324).
pub(super) fn contains_doi(text: &str) -> bool {
    for at in text::match_indices(text, "10.") {
        let rest = text::split_at(text, at + 3).1;
        let suffix = rest.trim_start_any("0123456789.");
        let slash = suffix.starts_with('/') || text::split_at(suffix, 3).0.eq_ignore_ascii_case("%2f");
        if rest.len() - suffix.len() >= 3 && slash && suffix.len() > 1 {
            return true;
        }
    }
    false
}

/// Reads the address of the article. Only `http` and `https` addresses are kept, for it becomes a link. The address of a
/// journal's front page is not the article's, and a canonical address on another host than `og:url` is a resolver's.
pub(super) fn read_url(metadata: &Metadata<'_>, result: &mut ReadResult) {
    let shared = host(metadata.first("og.url"));
    for candidate in metadata.candidates(Variable::Url) {
        let address = host(candidate.text);
        if let Some((host, true)) = address {
            // A PDF is not the page; `dc.relation` is the page itself in EPrints alone.
            let file = candidate.tag == "dc.identifier" && candidate.text.ends_with(".pdf");
            let related = candidate.tag == "dc.relation" && !metadata.has_prefix("eprints");
            // The name of a node in a graph is no address.
            let node = candidate.tag == "ld.url" && candidate.text.contains_char('#');
            let resolver = candidate.tag == "z.doi" && contains_doi(candidate.text);
            let elsewhere = shared.is_some_and(|own| !own.0.eq_ignore_ascii_case(host));
            if !(file || related || resolver || node || elsewhere && candidate.tag == "link.canonical") {
                result.item.set(Variable::Url, candidate.text);
                return;
            }
        } else if address.is_none()
            && !word_list!["dc.identifier", "z.doi"].contains(candidate.tag)
            && has_scheme(candidate.text)
        {
            let short: String = candidate.text.chars().take(40).collect_string();
            let sentence = "“{}” is no web address and was left out.";
            result.warn("URL", sentence, &[&short]);
        }
    }
}

/// The host of a web address, and whether a path follows it.
pub(super) fn host(address: &str) -> Option<(&str, bool)> {
    let (scheme, rest) = text::split_once(address, "://")?;
    let host = text::before_any(rest, "/");
    let web = word_list!["http", "https"].contains(&scheme.to_ascii_lowercase());
    web.then_some((host, rest.len() > host.len() + 1))
}

/// Whether a text begins with the scheme of an address. Spaces and control characters in it do not hide one from
/// browsers, and not from this check.
fn has_scheme(text: &str) -> bool {
    let scheme = text::before_any(text, ":");
    let allowed = |c: char| c.is_ascii_alphanumeric() || c.is_ascii_control() || " +.-".contains_char(c);
    scheme.len() < text.len() && scheme.chars().all(allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn issns_are_told_from_page_ranges() {
        let check = |tag: &'static str, text: &str, want: &[&str]| {
            assert_eq!(issns(&[Candidate::new(tag, text)]), want, "{text}");
        };
        check("citation_issn", "1613-0022, 1613-0030", &["1613-0022", "1613-0030"]);
        check("citation_issn", "1613-0022 (Print); 1613-003X (Online)", &["1613-0022", "1613-003X"]);
        check("dcterms.ispartof", "urn:ISSN:1613-0022", &["1613-0022"]);
        check("dc.source", "ISSN 1613-0022", &["1613-0022"]);
        check("dc.source", "Made Bay Journal; 12; 1101-1119", &[]);
        check("dc.source", "Made Bay Journal", &[]);
        check("citation_issn", "none", &[]);
    }

    #[test]
    fn dois_are_recognised() {
        for text in ["10.1000/x", "https://doi.org/10.58932/MULA0028", "doi:10.1000%2Fx", "DOI 10.1000.5/x"] {
            assert!(contains_doi(text), "{text}");
        }
        for text in ["28", "10.5", "https://x.org/10.1000", "10./x", "ade/1391109086"] {
            assert!(!contains_doi(text), "{text}");
        }
    }
}

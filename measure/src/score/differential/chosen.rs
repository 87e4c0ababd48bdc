//! The styles that are compared.

use citelet::citation_form::{CitationForm, offered_forms};

use xtask::styles::{DEFAULT_STYLES, Library};
use xtask::{Outcome, project};

/// Sixty independent styles: those that most journals use, and others of every kind and of eighteen languages.
const SIXTY: &str = "\
    american-chemical-society american-institute-of-physics american-medical-association \
    american-physics-society american-society-of-civil-engineers association-for-computing-machinery \
    biomed-central bmj elsevier-vancouver elsevier-with-titles ieee institute-of-mathematical-statistics \
    karger-journals multidisciplinary-digital-publishing-institute nature nlm-citation-sequence plos \
    royal-society-of-chemistry science springer-mathphys-brackets springer-vancouver-brackets \
    angiologia associacao-brasileira-de-normas-tecnicas-numerico china-national-standard-gb-t-7714-2015-numeric \
    din-1505-2-numeric gost-r-7-0-5-2008-numeric iso690-numeric-cs sist02 thieme-german \
    american-anthropological-association american-political-science-association \
    american-sociological-association annual-reviews-author-date cell copernicus-publications \
    elsevier-harvard frontiers harvard-cite-them-right nlm-name-year springer-basic-author-date \
    springer-socpsych-author-date unified-style-sheet-for-linguistics \
    apa-fr-provost apa-tr chicago-author-date-basque deutsche-gesellschaft-fur-psychologie \
    gost-r-7-0-5-2008 iso690-author-date-fr keel-ja-kirjandus \
    australian-guide-to-legal-citation bluebook-law-review mhra-notes oscola \
    afro-asia annales ayer bollettino-d-archeologia-online juristische-zitierweise studia-bas \
    american-mathematical-society-label";

/// The step through all independent styles: 1 for `all`, 20 for `all/20`; `None` for other words.
pub fn every(word: &str) -> Option<usize> {
    match word.strip_prefix("all")? {
        "" => Some(1),
        step => step.strip_prefix('/')?.parse().ok().filter(|step| *step > 0),
    }
}

/// Styles with the forms that are compared: the reference, where the style has one, and the citation.
pub fn chosen(word: Option<&str>) -> Outcome<Vec<(String, Vec<CitationForm>)>> {
    let library = Library::open(project::root())?;
    let all = library.names();
    let names: Vec<&str> = match word {
        None => DEFAULT_STYLES.to_vec(),
        Some("sixty") => SIXTY.split_ascii_whitespace().collect(),
        Some(list) => match every(list) {
            Some(step) => all.iter().step_by(step).map(String::as_str).collect(),
            None => list.split(',').collect(),
        },
    };
    let forms = |name: &str| {
        let style = library.compiled(name)?;
        let forms = offered_forms(&style).iter().copied();
        let asked = forms.filter(|form| {
            matches!(form, CitationForm::Reference | CitationForm::InText | CitationForm::Note)
        });
        Ok((name.to_owned(), asked.collect()))
    };
    names.into_iter().map(forms).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_and_every_nth() {
        assert_eq!(
            ["all", "all/20", "all/0", "allergy", "apa"].map(every),
            [Some(1), Some(20), None, None, None]
        );
    }

    #[test]
    fn sixty_are_sixty_and_a_quarter_is_not_english() {
        let Some(library) = Library::fetched(project::root()) else { return };
        let mut names: Vec<&str> = SIXTY.split_ascii_whitespace().collect();
        let foreign = names.iter().filter(|name| {
            let about = library.about(name).unwrap();
            !matches!(about.default_locale.get(..2), None | Some("en"))
        });
        assert!(foreign.count() >= 15);
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 60);
    }
}

//! The type of work that a page is about.

use crate::languages::Context;
use crate::prelude::*;
use crate::read::meta_tags::Metadata;
use crate::text::{self, ValueTable, WordList, value_table, word_list};
use crate::vocabulary::{ItemType, Variable};

/// Tags that only one type of work has, the most specific first.
const BY_TAG: [(ItemType, &str); 4] = [
    (ItemType::Thesis, "citation_dissertation_institution citation_dissertation_name"),
    (ItemType::Report, "citation_technical_report_institution citation_technical_report_number"),
    (ItemType::PaperConference, "citation_conference_title citation_conference"),
    (ItemType::Chapter, "citation_inbook_title citation_book_title eprints.book_title"),
];

/// Tags that only articles of a journal have.
const PERIODICAL: &str = "citation_journal_title prism.publicationname eprints.publication citation_issn citation_volume \
    ld.issn";

/// Parts of the names of types, without blanks and hyphens, and what they mean, the more specific first: of `DC.Type` in
/// several languages, of EPrints, RePEc (ReDIF), schema.org and OpenURL.
const BY_NAME: ValueTable<ItemType> = value_table! {
    // The types of COAR that their address shows by number alone.
    "c_3248" => ItemType::Chapter,
    "c_2f33" => ItemType::Book,
    "c_5794" => ItemType::PaperConference,
    "c_816b" => ItemType::Article,
    "c_ddb1" => ItemType::Dataset,
    "c_5ce6" => ItemType::Software,
    "c_93fc" => ItemType::Report,
    "c_18gh" => ItemType::Report,
    "c_8042" => ItemType::Report,
    "c_8544" => ItemType::Speech,
    "c_6501" => ItemType::ArticleJournal,
    "c_2df8" => ItemType::ArticleJournal,
    "c_dcae" => ItemType::ArticleJournal,
    "c_beb9" => ItemType::ArticleJournal,
    "preprint" => ItemType::Article,
    "prépublication" => ItemType::Article,
    "conference" => ItemType::PaperConference,
    "proceeding" => ItemType::PaperConference,
    "communicationdans" => ItemType::PaperConference,
    "konferenz" => ItemType::PaperConference,
    "dataset" => ItemType::Dataset,
    "software" => ItemType::Software,
    "blogposting" => ItemType::PostWeblog,
    "newsarticle" => ItemType::ArticleNewspaper,
    "encyclop" => ItemType::EntryEncyclopedia,
    "bookreview" => ItemType::ArticleJournal,
    "chapter" => ItemType::Chapter,
    "booksection" => ItemType::Chapter,
    "book_section" => ItemType::Chapter,
    "bookpart" => ItemType::Chapter,
    "bookitem" => ItemType::Chapter,
    "inbook" => ItemType::Chapter,
    "chapitre" => ItemType::Chapter,
    "capítulo" => ItemType::Chapter,
    "workingpaper" => ItemType::Report,
    "monograph" => ItemType::Report,
    "journal" => ItemType::ArticleJournal,
    "article" => ItemType::ArticleJournal,
    "artículo" => ItemType::ArticleJournal,
    "artigo" => ItemType::ArticleJournal,
    "aufsatz" => ItemType::ArticleJournal,
    "letter" => ItemType::ArticleJournal,
    "casereport" => ItemType::ArticleJournal,
    "briefreport" => ItemType::ArticleJournal,
    "rapidcommunication" => ItemType::ArticleJournal,
    "editorial" => ItemType::ArticleJournal,
    "report" => ItemType::Report,
    "presentation" => ItemType::Speech,
    "lecture" => ItemType::Speech,
    "book" => ItemType::Book,
    "buch" => ItemType::Book,
    "contributiontoperiodical" => ItemType::ArticleJournal,
    "movingimage" => ItemType::MotionPicture,
    "image" => ItemType::Graphic,
    "video" => ItemType::MotionPicture,
    "paper" => ItemType::Report,
};

/// The lines of words for theses in the files of languages, and what a thesis for such a degree is called (APA 7, 10.6).
const DEGREES: [(&str, &str); 4] = [
    ("doctoral", "Doctoral dissertation"),
    ("master", "Master’s thesis"),
    ("bachelor", "Bachelor’s thesis"),
    ("thesis", ""),
];

/// Tags with the degree that a thesis was written for, then those with types, which often name it too.
const DEGREE_TAGS: &str = "eprints.thesis_type citation_dissertation_name thesis.degree.name thesis.degree.level ld.degree \
    z.degree dc.type dcterms.type ld.type citation_type z.type";

/// Publishers of data and nothing else, in small letters without blanks.
const DATA_REPOSITORIES: WordList<'_> =
    word_list!["dryad", "dryaddigitalrepository", "pangaea", "mendeleydata", "harvarddataverse"];

/// Types that a tag for a journal does not rule out: servers of preprints and of data name themselves there.
const BESIDE_JOURNALS: [ItemType; 5] =
    [ItemType::Thesis, ItemType::Article, ItemType::Dataset, ItemType::Software, ItemType::EntryEncyclopedia];

/// Names of preprint servers, or parts of them.
const PREPRINT_SERVERS: WordList<'_> = word_list!["rxiv", "ssrn", "preprint", "researchsquare", "authorea"];

/// Names of encyclopedias, or parts of them.
const ENCYCLOPEDIAS: WordList<'_> = word_list!["encyclop", "wikipedia", "enzyklop", "enciclop"];

/// The type by the tags that only one type has, else by the names of types, else an article in a journal where the page
/// is a journal's, else by the site; a document where nothing shows the type.
pub(super) fn item_type(metadata: &Metadata<'_>, context: &Context<'_>) -> ItemType {
    let journal = metadata.first("citation_journal_title");
    let server = is_preprint_server(journal) && !metadata.has("citation_volume");
    if server || metadata.has("citation_arxiv_id") && journal.is_empty() {
        return ItemType::Article;
    }
    let named = named_type(metadata, context);
    if matches!(named, None | Some(ItemType::ArticleJournal)) && is_data(metadata) {
        return ItemType::Dataset;
    }
    let beside = named.filter(|named| BESIDE_JOURNALS.contains(named));
    if let Some(named) = beside.filter(|named| *named != ItemType::Article || journal.is_empty()) {
        return named;
    }
    if let Some(tagged) = type_by_tag(metadata) {
        return tagged;
    }
    if metadata.has(PERIODICAL) {
        return ItemType::ArticleJournal;
    }
    // What schema.org calls an article may be on any site; an article of a journal has a journal.
    let in_journal = metadata.has("dc.type dcterms.type eprints.type ld.container z.container");
    match named {
        Some(ItemType::ArticleJournal) if !in_journal => {}
        Some(named) => return named,
        None => {}
    }
    if metadata.has_prefix("ojs") {
        return ItemType::ArticleJournal;
    }
    type_by_site(metadata)
}

/// Whether the page is about data though it is called an article: the site has data only, or the title is that of the data
/// behind an article, and nothing else of an article is there.
fn is_data(metadata: &Metadata<'_>) -> bool {
    let site = compact(metadata.value(Variable::Publisher));
    let title = metadata.value(Variable::Title);
    let linked = metadata.tagged("ld.type").iter().any(|own| own.text == "Dataset");
    let own = linked || title.starts_with("Data from: ") || DATA_REPOSITORIES.contains(&site);
    own && !metadata.has("citation_volume citation_firstpage citation_issn prism.volume")
}

/// The name of a thesis for the degree that a page names; empty where it names none.
pub(super) fn genre(metadata: &Metadata<'_>, context: &Context<'_>) -> &'static str {
    for candidate in metadata.tagged(DEGREE_TAGS) {
        if text::contains(&text::to_lowercase(candidate.text), "habilitation") {
            return "Habilitation thesis";
        }
        let genre = thesis(candidate.text, context).map_or("", |thesis| thesis.0);
        if !genre.is_empty() {
            return genre;
        }
    }
    ""
}

/// How sure a text is to name a thesis: it may name a degree alone ("Doctoral consortium"), a thesis among other words, or
/// a thesis and nothing else.
const DEGREE_ALONE: u8 = 0;
const AMONG_OTHERS: u8 = 1;
const NOTHING_ELSE: u8 = 2;

/// The name of the kind of thesis that a text names, and how sure that is.
///
/// In the languages of the page any word for it counts, one with a degree before one without. Words of other languages
/// count where they are the whole text, phrases everywhere; where a word has several meanings there, none is known.
fn thesis(text: &str, context: &Context<'_>) -> Option<(&'static str, u8)> {
    let last = |separator| text::padded_words(text::after_last_any(text, separator));
    // "info:eu-repo/semantics/doctoralThesis", "Text.Thesis.Doctoral"
    let [all, last, part] = [text::padded_words(text), last("/"), last(".")];
    let (mut best, mut best_rank, mut sure) = (None, 0, DEGREE_ALONE);
    for (key, genre) in DEGREES {
        for (word, own) in context.all_words(text, key) {
            let padded = text::padded_words(word);
            let bare = padded.trim();
            let phrase = bare.contains_char(' ');
            // Some scripts have no blanks between words. Short words have other meanings among others.
            let apart = bare.begins_with(|c| c < '\u{e00}');
            let found = text::contains(&all, if apart { &padded } else { bare }) && bare.len() > 2;
            if padded == last || padded == part {
                sure = NOTHING_ELSE;
            } else if !(found && (own || phrase)) {
                continue;
            } else if !word.ends_with('.') {
                sure = sure.max(AMONG_OTHERS);
            }
            let rank =
                bare.len() + if own { 2000 } else { 0 } + if own != genre.is_empty() { 1000 } else { 0 };
            if rank > best_rank {
                (best_rank, best) = (rank, Some(genre));
            }
        }
    }
    best.map(|genre| (genre, sure))
}

/// A name in small letters without blanks, full stops and hyphens.
fn compact(name: &str) -> String {
    text::remove_chars(&text::to_lowercase(name), " .-")
}

/// The type by the tags that only one type has.
fn type_by_tag(metadata: &Metadata<'_>) -> Option<ItemType> {
    let (item_type, _) = BY_TAG.iter().find(|row| metadata.has(row.1))?;
    // A book names itself where a chapter names its book.
    let book = metadata.first("citation_book_title");
    let whole =
        *item_type == ItemType::Chapter && !book.is_empty() && book == metadata.first("citation_title");
    Some(if whole { ItemType::Book } else { *item_type })
}

/// The type that a tag names.
fn named_type(metadata: &Metadata<'_>, context: &Context<'_>) -> Option<ItemType> {
    let tags = "dc.type dcterms.type eprints.type ld.type citation_type citation_article_type prism.aggregationtype \
        prism.genre redif-type z.type og.type";
    for candidate in metadata.tagged(tags) {
        let name = compact(candidate.text);
        // Every page is an article to Open Graph.
        if candidate.tag == "og.type" && name.starts_with("article") {
            continue;
        }
        // A journal has articles about theses.
        let sure = if metadata.has("citation_journal_title") { NOTHING_ELSE } else { AMONG_OTHERS };
        if thesis(candidate.text, context).is_some_and(|thesis| thesis.1 >= sure) {
            return Some(ItemType::Thesis);
        }
        let item_type = BY_NAME.find(|part| text::contains(&name, part));
        if item_type.is_some() {
            return item_type;
        }
    }
    None
}

/// The type by the site that an article is on.
fn type_by_site(metadata: &Metadata<'_>) -> ItemType {
    if !encyclopedia(metadata).is_empty() {
        return ItemType::EntryEncyclopedia;
    }
    if !metadata.value(Variable::Isbn).is_empty() && metadata.value(Variable::ContainerTitle).is_empty() {
        return ItemType::Book;
    }
    let scholarly =
        metadata.has_prefix("citation_") || metadata.has_prefix("dc") || metadata.has("ld.container");
    let posted = metadata.has("article.published_time ld.type micro.title og.type");
    if posted && !scholarly { ItemType::PostWeblog } else { ItemType::Document }
}

/// The encyclopedia that a page belongs to, by the name of the site or by the page's title after the entry's; empty where
/// it belongs to none.
pub(super) fn encyclopedia<'a>(metadata: &Metadata<'a>) -> &'a str {
    let title = metadata.first("page.title");
    let tail = title.rfind_any("|(—–").or_else(|| text::match_indices(title, " - ").last().copied());
    let tail = text::split_at(title, tail.unwrap_or(title.len())).1;
    let bare = text::trim_non_alphanumeric(tail);
    let site = metadata.first("og.site_name");
    let site = text::split_once(site, " | ").map_or(site, |(name, _)| name);
    for name in [site, bare, metadata.first("citation_publisher"), metadata.first("dc.publisher")] {
        if ENCYCLOPEDIAS.any_in(&text::to_lowercase(name)) {
            return name;
        }
    }
    ""
}

/// Whether the name in place of a journal is a preprint server's.
pub(super) fn is_preprint_server(journal: &str) -> bool {
    PREPRINT_SERVERS.any_in(&compact(journal))
}

#[cfg(test)]
#[cfg(feature = "languages")]
mod tests {
    use super::*;
    use crate::languages::Languages;
    use crate::read::page::{MetaTag, Page};

    /// The type of a page with a tag for it and its language, and the name of the thesis.
    fn read(lang: &str, journal: &str, kind: &str) -> (ItemType, &'static str) {
        let tag = |name: &str, text: &str| MetaTag {
            name: name.to_owned(),
            text: text.to_owned(),
            lang: String::new(),
        };
        let tags =
            vec![tag("DC.type", kind), tag("DC.title", "Reeds"), tag("citation_journal_title", journal)];
        let page = Page { tags };
        let metadata = Metadata::from_page(&page);
        let context = Context::new(Languages::default(), vec![lang]);
        (item_type(&metadata, &context), genre(&metadata, &context))
    }

    #[test]
    fn words_for_theses_show_type_and_degree() {
        let [doctoral, master, bachelor] = ["Doctoral dissertation", "Master’s thesis", "Bachelor’s thesis"];
        for (lang, kind, genre) in [
            ("en", "Thesis", ""),
            ("en", "Dissertation", ""),
            ("en", "Theses and Dissertations", ""),
            ("en", "Thesis (PhD)", doctoral),
            ("en", "info:eu-repo/semantics/masterThesis", master),
            ("en", "http://purl.org/coar/resource_type/c_7a1f", bachelor),
            ("en", "Master’s Thesis", master),
            ("en", "Skripsi", bachelor),
            ("en", "Tesis doctoral", doctoral),
            ("en", "Yüksek Lisans Tezi", master),
            ("en", "Diplomová práca", master),
            ("en", "Disertacija", ""),
            ("ar", "أطروحة دكتوراه", doctoral),
            ("bg", "Дисертация", ""),
            ("ca", "Tesi doctoral", doctoral),
            ("cs", "bakalářská práce", bachelor),
            ("da", "Ph.d.-afhandling", doctoral),
            ("de", "Dissertation", doctoral),
            ("de", "Hochschulschrift", ""),
            ("de", "Habilitationsschrift", "Habilitation thesis"),
            ("el", "Διδακτορική διατριβή", doctoral),
            ("es", "Trabajo de grado - Doctorado", doctoral),
            ("es", "Tesis", ""),
            ("fa", "پایان‌نامه کارشناسی ارشد", master),
            ("fi", "Väitöskirja (artikkeli)", doctoral),
            ("fr", "Thèse de doctorat", doctoral),
            ("he", "תזה", ""),
            ("hr", "Diplomski rad", master),
            ("hu", "PhD-értekezés", doctoral),
            ("id", "Tesis", master),
            ("it", "Tesi di laurea magistrale", master),
            ("ja", "京都大学博士論文", doctoral),
            ("ko", "석사학위논문", master),
            ("ms", "Tesis Sarjana Muda", bachelor),
            ("nl", "Proefschrift", doctoral),
            ("pl", "Rozprawa doktorska", doctoral),
            ("pt", "Tese (Doutorado)", doctoral),
            ("pt", "Dissertação", ""),
            ("ro", "Teză de doctorat", doctoral),
            ("ru", "Магистерская диссертация", master),
            ("sr", "Докторска дисертација", doctoral),
            ("sv", "Doctoral thesis (article-based)", doctoral),
            ("th", "วิทยานิพนธ์ปริญญาโท", master),
            ("uk", "Кандидатська дисертація", ""),
            ("vi", "Luận văn thạc sĩ", master),
            ("zh", "硕士论文", master),
        ] {
            assert_eq!(read(lang, "", kind), (ItemType::Thesis, genre), "{lang} {kind}");
        }
        assert_eq!(read("es", "Revista", "Tesis doctoral"), (ItemType::Thesis, doctoral));
    }

    #[test]
    fn other_types_are_no_theses() {
        for (lang, journal, kind) in [
            ("en", "", "Research synthesis"),
            ("en", "", "Hypothesis"),
            ("en", "", "Doctoral consortium"),
            ("en", "", "Master class"),
            ("en", "", "Text (MS Word)"),
            ("en", "", "Article"),
            ("en", "Notes", "Thesis abstract"),
            ("es", "", "Síntesis"),
            ("es", "", "Artículo"),
            ("es", "Tesis", "Artículo"),
            ("es", "Notas", "Reseña de tesis doctoral"),
            ("fr", "", "Article de synthèse"),
            ("fr", "Annales", "Mémoire original"),
            ("id", "Jurnal", "Artikel"),
            ("id", "Jurnal", "Ringkasan disertasi"),
            ("it", "", "Numero speciale"),
            ("it", "", "Sintesi"),
            ("pt", "", "Resenha"),
            ("pt", "Revista", "Resumo de tese"),
            ("tr", "Dergi", "Tez özeti"),
            ("tr", "", "Sentez"),
            ("ru", "", "Статья"),
            ("uk", "Вісник", "Автореферат"),
            ("ur", "", "مقالہ"),
            ("zh", "", "论文"),
            ("ja", "", "論文"),
        ] {
            let (item_type, _) = read(lang, journal, kind);
            assert_ne!(item_type, ItemType::Thesis, "{lang} {kind}");
        }
    }
}

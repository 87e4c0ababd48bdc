//! JSON-LD by schema.org: the work that a page is about, as tags named `ld.`.
//!
//! The graph may be spread over several blocks, whose nodes refer to each other by `@id`; a block that is no JSON does not
//! affect the others. Nodes of other things (the site, the breadcrumbs) are not read.

use crate::item::json::{JsonValue, MAX_DEPTH};
use crate::prelude::*;
use crate::read::page::metadata::{MetaTag, push};
use crate::text::{self, ListTable, WordList, concat, list_table, word_list};

/// The keys that are read; all others are skipped while a block is taken over, however large their values are.
pub(crate) const KEYS: &str = "@type @id @graph @value mainEntity mainEntityOfPage name headline author creator editor givenName familyName \
    datePublished dateCreated isPartOf issueNumber volumeNumber issn isbn alternateName publisher pageStart pageEnd \
    pagination identifier value doi sameAs url inLanguage keywords abstract description version articleNumber \
    bookEdition inSupportOf";

/// The keys of nodes that are nodes of the graph themselves.
const NODES: WordList<'_> = word_list!["@graph", "mainEntity", "mainEntityOfPage"];

/// The types of works, the more specific first: of several on a page, the first of these is its subject. Here and below
/// types are in lower case.
#[rustfmt::skip]
const WORKS: WordList<'_> = word_list![
    "scholarlyarticle", "medicalscholarlyarticle", "thesis", "dataset", "softwaresourcecode", "softwareapplication",
    "chapter", "report", "techarticle", "book", "presentationdigitaldocument", "blogposting", "newsarticle", "article",
    "creativework", "imageobject", "videoobject",
];

/// The types of what a work appears in.
#[rustfmt::skip]
const CONTAINERS: WordList<'_> = word_list![
    "periodical", "journal", "book", "newspaper", "magazine", "bookseries", "creativeworkseries", "blog",
];

/// The types of authors that are organisations.
const ORGANISATIONS: WordList<'_> = word_list!["organization", "researchorganization", "consortium"];

/// Tags of a work with the keys whose texts are their values. A headline may be cut short, a name is whole.
const WORK: ListTable = list_table! {
    "title" => ["name", "headline"],
    "issued" => ["datePublished", "dateCreated"],
    "pagestart" => ["pageStart"],
    "pageend" => ["pageEnd"],
    "pages" => ["pagination"],
    "number" => ["articleNumber"],
    "url" => ["url", "@id"],
    "lang" => ["inLanguage"],
    "abstract" => ["abstract", "description"],
    "version" => ["version"],
    "edition" => ["bookEdition"],
    "degree" => ["inSupportOf"],
    "doi" => ["doi", "identifier", "sameAs", "@id", "url"],
    "keywords" => ["keywords"],
    "isbn" => ["isbn"],
};

/// Those of a work and of all that it is part of.
const PARTS: ListTable =
    list_table! { "volume" => ["volumeNumber"], "issue" => ["issueNumber"], "issn" => ["issn"] };

/// Those of what a work appears in.
const WHOLE: ListTable =
    list_table! { "container" => ["name"], "short" => ["alternateName"], "isbn" => ["isbn"] };

/// References lead to the first nodes only, or a hostile graph would be searched for each of its nodes.
const MAX_SEARCHED: usize = 1_000;

/// Lookups in a node.
impl JsonValue {
    /// The value of a key; of an array, that of the first entry which has it.
    fn get(&self, key: &str) -> Option<&JsonValue> {
        match self {
            JsonValue::Object(entries) => entries.iter().find(|entry| entry.0 == key).map(|entry| &entry.1),
            JsonValue::Array(values) => values.iter().find_map(|value| value.get(key)),
            _ => None,
        }
    }

    /// The entries of an array, or the value by itself.
    fn entries(&self) -> &[JsonValue] {
        match self {
            JsonValue::Array(values) => values,
            JsonValue::Null | JsonValue::Bool(_) => &[],
            one => core::slice::from_ref(one),
        }
    }

    /// The value as a text: the first of several; of an object its own value, name or identifier.
    fn text(&self) -> &str {
        match self {
            JsonValue::Text(text) | JsonValue::Number(text) => text.trim(),
            JsonValue::Null | JsonValue::Bool(_) => "",
            JsonValue::Array(values) => values.first().map_or("", JsonValue::text),
            JsonValue::Object(_) => {
                let keys = ["@value", "value", "alternateName", "name", "@id"];
                keys.iter().find_map(|key| self.get(key)).map_or("", JsonValue::text)
            }
        }
    }

    fn text_of(&self, key: &str) -> &str {
        self.get(key).map_or("", JsonValue::text)
    }

    /// The texts and objects of a key.
    fn all(&self, key: &str) -> &[JsonValue] {
        self.get(key).map_or(&[], JsonValue::entries)
    }

    /// Whether the node has this type, in any vocabulary.
    fn is_a(&self, type_name: &str) -> bool {
        self.all("@type").iter().any(|own| local_name(own.text()).eq_ignore_ascii_case(type_name))
    }

    /// Whether the node has one of these types.
    fn is_any(&self, types: WordList<'_>) -> bool {
        types.iter().any(|type_name| self.is_a(type_name))
    }
}

/// The name of a type without its vocabulary: `Dataset` of `https://schema.org/Dataset` and `sc:Dataset`.
fn local_name(type_name: &str) -> &str {
    text::after_last_any(type_name, "/:#")
}

/// Adds all nodes of the graph.
fn push_nodes<'a>(value: &'a JsonValue, nodes: &mut Vec<&'a JsonValue>) {
    match value {
        JsonValue::Array(values) => {
            for value in values {
                push_nodes(value, nodes);
            }
        }
        JsonValue::Object(entries) => {
            nodes.push(value);
            for (key, value) in entries {
                if NODES.contains(key) {
                    push_nodes(value, nodes);
                }
            }
        }
        _ => {}
    }
}

/// Adds the tags of the work that a page is about.
pub(crate) fn push_tags(blocks: &JsonValue, tags: &mut Vec<MetaTag>) {
    let mut graph = Vec::new();
    push_nodes(blocks, &mut graph);
    if let Some(work) = subject(&graph) {
        TagWriter { graph: &graph, tags }.push_work(work);
    }
}

/// The work that a page is about.
fn subject<'a>(graph: &[&'a JsonValue]) -> Option<&'a JsonValue> {
    WORKS.iter().find_map(|work| graph.iter().copied().find(|node| node.is_a(work)))
}

/// The key of the works that a work cites, where the blocks were read with it.
#[cfg(feature = "full")]
pub(crate) const CITATION: &str = "citation";

/// The works that the work of a page cites, in its order: each a text, or the tags of an object.
#[cfg(feature = "full")]
pub(crate) fn cited_works(blocks: &JsonValue) -> Vec<Result<&str, Vec<MetaTag>>> {
    let mut graph = Vec::new();
    push_nodes(blocks, &mut graph);
    let cited = subject(&graph).map_or(&[][..], |work| work.all(CITATION));
    let read = |work| match JsonValue::plain(work) {
        Some(text) => Ok(text),
        None => {
            let mut tags = Vec::new();
            let mut writer = TagWriter { graph: &graph, tags: &mut tags };
            writer.push_work(writer.resolve(work));
            Err(tags)
        }
    };
    cited.iter().map(read).collect()
}

/// Writes the values of nodes as tags.
struct TagWriter<'a, 'b> {
    graph: &'b [&'a JsonValue],
    tags: &'b mut Vec<MetaTag>,
}

impl<'a> TagWriter<'a, '_> {
    fn push(&mut self, name: &str, text: &str) {
        push(self.tags, "ld.", name, text);
    }

    /// Adds the texts of a node in the keys of a table.
    fn push_texts(&mut self, node: &JsonValue, table: ListTable) {
        for (name, keys) in table.rows() {
            for key in keys.iter() {
                for value in node.all(key) {
                    self.push(name, value.text());
                }
            }
        }
    }

    /// The node itself, or the one that it refers to.
    fn resolve(&self, node: &'a JsonValue) -> &'a JsonValue {
        let id = match node {
            JsonValue::Object(entries) if entries.len() == 1 => node.text_of("@id"),
            JsonValue::Text(text) | JsonValue::Number(text)
                if text.starts_with_any("#_/") || text::contains(text, "://") =>
            {
                text
            }
            _ => "",
        };
        if id.is_empty() {
            return node;
        }
        let near = self.graph.iter().take(MAX_SEARCHED);
        // References are nodes too, and lead nowhere.
        let whole = |other: &&JsonValue| matches!(other, JsonValue::Object(entries) if entries.len() > 1);
        near.copied().filter(whole).find(|other| other.text_of("@id") == id).unwrap_or(node)
    }

    /// Adds a work. Volume, issue and ISSN may be anywhere in the chain of what it is part of.
    fn push_work(&mut self, work: &'a JsonValue) {
        for own in work.all("@type") {
            self.push("type", local_name(own.text()));
        }
        self.push_people("author", work.get("author").or_else(|| work.get("creator")));
        self.push_people("editor", work.get("editor"));
        self.push_texts(work, WORK);
        self.push_publisher(work);
        let mut node = Some(work);
        for _ in 0..MAX_DEPTH {
            let Some(part) = node else { break };
            self.push_texts(part, PARTS);
            if part.is_a("WebSite") {
                self.push("site", part.text_of("name"));
            }
            node = part.all("isPartOf").first().map(|part| self.resolve(part));
            if let Some(whole) = node.filter(|node| node.is_any(CONTAINERS) || node.get("issn").is_some()) {
                self.push_texts(whole, WHOLE);
                self.push_publisher(whole);
            }
        }
    }

    fn push_publisher(&mut self, node: &'a JsonValue) {
        if let Some(publisher) = node.get("publisher") {
            let publisher = self.resolve(publisher);
            self.push("publisher", or(publisher.text_of("name"), publisher.text()));
        }
    }

    /// Authors or editors: texts, or objects with a name, or with both of its parts.
    fn push_people(&mut self, role: &str, people: Option<&'a JsonValue>) {
        for person in people.map_or(&[][..], JsonValue::entries) {
            let person = self.resolve(person);
            let (family, given) = (person.text_of("familyName"), person.text_of("givenName"));
            if !family.is_empty() && !given.is_empty() {
                self.push(role, &concat(&[family, ", ", given]));
                continue;
            }
            let name = person.plain().unwrap_or(or(person.text_of("name"), or(family, given)));
            let group = role == "author" && person.is_any(ORGANISATIONS);
            self.push(if group { "group" } else { role }, name);
        }
    }
}

/// The first of two texts that is not empty.
fn or<'a>(text: &'a str, other: &'a str) -> &'a str {
    if text.is_empty() { other } else { text }
}

/// The JSON of a block, without the comments that hide it from old browsers and with spaces in place of control
/// characters, which JSON forbids in strings (RFC 8259, section 7).
pub(crate) fn clean_json(block: &str) -> String {
    let mut clean = String::with_capacity(block.len());
    for c in block.chars() {
        clean.push(if c.is_control() { ' ' } else { c });
    }
    let start = clean.find_any("{[").unwrap_or(0);
    let head = clean.get(..start).unwrap_or("");
    if !text::contains(head, "<!") {
        return clean;
    }
    let end = clean.rfind_any("}]").map_or(clean.len(), |end| end + 1);
    clean.get(start..end).unwrap_or("").to_owned()
}

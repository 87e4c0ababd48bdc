//! JSON-LD by schema.org: the work that a page is about, as tags named `ld.`.
//!
//! The graph may come in several blocks, with nodes that point at each other by `@id`; a block that is no JSON costs
//! nothing but itself. What is said of other things (the site, the path of pages) is passed over.

use crate::item::json::{MAX_DEPTH, Value};
use crate::prelude::*;
use crate::read::page::metadata::{MetaTag, push};
use crate::text::{self, concat, list_contains};

/// The keys that are read; all others are passed over unseen, however much they hold.
pub(crate) const KEYS: &str = "@type @id @graph @value mainEntity mainEntityOfPage name headline author creator editor givenName familyName \
    datePublished dateCreated isPartOf issueNumber volumeNumber issn isbn alternateName publisher pageStart pageEnd \
    pagination identifier value doi sameAs url inLanguage keywords abstract description version articleNumber \
    bookEdition";

/// The types of works, the more telling first: where a page tells of several, the first of these is its subject. Here and
/// below types are in lower case.
const WORKS: &str = "scholarlyarticle medicalscholarlyarticle thesis dataset softwaresourcecode softwareapplication chapter \
    report techarticle book presentationdigitaldocument imageobject videoobject blogposting newsarticle article creativework";

/// The types of what a work appears in.
const CONTAINERS: &str = "periodical journal book newspaper magazine bookseries creativeworkseries blog";

/// The types of authors that are no persons.
const GROUPS: &str = "organization researchorganization consortium";

/// What a work says by itself: the piece, and the keys of which the first that says something tells it. A headline may be
/// cut short, a name is whole.
const TEXTS: &str = "title=name headline|issued=datePublished dateCreated|pagestart=pageStart|pageend=pageEnd|\
    pages=pagination|number=articleNumber|url=url @id|lang=inLanguage|abstract=abstract description|version=version|\
    edition=bookEdition";

/// The pieces of which each text of each key tells one.
const LISTS: &str = "doi=doi identifier sameAs @id url|keywords=keywords|isbn=isbn";

/// The numbers of a volume, an issue and a series, wherever in the chain of parts they stand.
const NUMBERS: &str = "volume=volumeNumber|issue=issueNumber";

/// Nodes beyond this number are not pointed at, or a hostile graph would be searched for each of its nodes.
const MOST_SOUGHT: usize = 1_000;

/// Looking into a value.
impl Value {
    /// The value of a key; of an array, that of the first entry which has it.
    fn get(&self, key: &str) -> Option<&Value> {
        match self {
            Value::Object(entries) => entries.iter().find(|entry| entry.0 == key).map(|entry| &entry.1),
            Value::Array(values) => values.iter().find_map(|value| value.get(key)),
            _ => None,
        }
    }

    /// The entries of an array, or the value by itself.
    fn entries(&self) -> &[Value] {
        match self {
            Value::Array(values) => values,
            Value::Null | Value::Bool(_) => &[],
            one => core::slice::from_ref(one),
        }
    }

    /// The value as a text: the first of several; of an object what it says by itself.
    fn text(&self) -> &str {
        match self {
            Value::Text(text) | Value::Number(text) => text.trim(),
            Value::Null | Value::Bool(_) => "",
            Value::Array(values) => values.first().map_or("", Value::text),
            Value::Object(_) => {
                let said = ["@value", "value", "alternateName", "name", "@id"];
                said.iter().find_map(|key| self.get(key)).map_or("", Value::text)
            }
        }
    }

    fn text_of(&self, key: &str) -> &str {
        self.get(key).map_or("", Value::text)
    }

    /// The texts and objects under a key.
    fn all(&self, key: &str) -> &[Value] {
        self.get(key).map_or(&[], Value::entries)
    }

    /// Whether the value has one of these types, however its vocabulary is abbreviated.
    fn is_a(&self, types: &str) -> bool {
        self.all("@type").iter().any(|own| list_contains(types, &bare(own.text()).to_ascii_lowercase()))
    }
}

/// The name of a type without its vocabulary: `https://schema.org/Dataset`, `sc:Dataset`.
fn bare(kind: &str) -> &str {
    text::after_last_any(kind, "/:#")
}

/// All nodes that stand by themselves.
fn nodes<'a>(data: &'a Value, out: &mut Vec<&'a Value>) {
    match data {
        Value::Array(values) => {
            for value in values {
                nodes(value, out);
            }
        }
        Value::Object(entries) => {
            out.push(data);
            for (key, value) in entries {
                if list_contains("@graph mainEntity mainEntityOfPage", key) {
                    nodes(value, out);
                }
            }
        }
        _ => {}
    }
}

/// What the blocks of a page tell of the work that it is about.
pub(crate) fn push_tags(blocks: &Value, tags: &mut Vec<MetaTag>) {
    let mut graph = Vec::new();
    nodes(blocks, &mut graph);
    if let Some(work) = subject(&graph) {
        WorkReader { graph: &graph, tags }.work(work);
    }
}

/// The work that a page is about.
fn subject<'a>(graph: &[&'a Value]) -> Option<&'a Value> {
    WORKS.split_char(' ').find_map(|kind| graph.iter().copied().find(|node| node.is_a(kind)))
}

/// What the work that a page is about cites, where the blocks were read with this key.
#[cfg(feature = "full")]
pub(crate) const CITATION: &str = "citation";

/// The works that the work of a page cites, in its order: each a text, or the pieces that an object tells.
#[cfg(feature = "full")]
pub(crate) fn cited_works(blocks: &Value) -> Vec<Result<&str, Vec<MetaTag>>> {
    let mut graph = Vec::new();
    nodes(blocks, &mut graph);
    let mut cited = Vec::new();
    for work in subject(&graph).map_or(&[][..], |work| work.all(CITATION)) {
        cited.push(match work.plain() {
            Some(text) => Ok(text),
            None => {
                let mut tags = Vec::new();
                let mut reader = WorkReader { graph: &graph, tags: &mut tags };
                reader.work(reader.resolved(work));
                Err(tags)
            }
        });
    }
    cited
}

/// Puts what a node says into pieces.
struct WorkReader<'a, 'b> {
    graph: &'b [&'a Value],
    tags: &'b mut Vec<MetaTag>,
}

impl<'a> WorkReader<'a, '_> {
    fn push(&mut self, name: &str, text: &str) {
        push(self.tags, "ld.", name, text);
    }

    /// Tells what tables of keys say of a node: for each row of the first what its first key with a text says, for each row
    /// of the second what all say.
    fn push_keys(&mut self, node: &Value, texts: &str, lists: &str) {
        for (name, keys) in text::table_rows(texts) {
            let mut said = "";
            for key in keys.split_char(' ') {
                said = or(said, node.text_of(key));
            }
            self.push(name, said);
        }
        for (name, keys) in text::table_rows(lists) {
            for key in keys.split_char(' ') {
                for value in node.all(key) {
                    self.push(name, value.text());
                }
            }
        }
    }

    /// The node itself, or the one that it points at.
    fn resolved(&self, node: &'a Value) -> &'a Value {
        let id = match node {
            Value::Object(entries) if entries.len() == 1 => node.text_of("@id"),
            Value::Text(text) | Value::Number(text)
                if text.starts_with_any("#_/") || text::contains(text, "://") =>
            {
                text
            }
            _ => "",
        };
        if id.is_empty() {
            return node;
        }
        let near = self.graph.iter().take(MOST_SOUGHT);
        near.copied().find(|other| other.text_of("@id") == id).unwrap_or(node)
    }

    fn work(&mut self, work: &'a Value) {
        for kind in work.all("@type") {
            self.push("type", bare(kind.text()));
        }
        self.push_people("author", work.get("author").or_else(|| work.get("creator")));
        self.push_people("editor", work.get("editor"));
        self.push_keys(work, TEXTS, LISTS);
        self.push_publisher(work);
        let mut node = Some(work);
        for _ in 0..MAX_DEPTH {
            let Some(part) = node else { break };
            self.push_keys(part, NUMBERS, "issn=issn");
            node = part.all("isPartOf").first().map(|part| self.resolved(part));
            if let Some(whole) = node.filter(|node| node.is_a(CONTAINERS) || node.get("issn").is_some()) {
                self.push_keys(whole, "container=name|short=alternateName", "isbn=isbn");
                self.push_publisher(whole);
            }
        }
    }

    fn push_publisher(&mut self, node: &'a Value) {
        if let Some(publisher) = node.get("publisher") {
            let publisher = self.resolved(publisher);
            self.push("publisher", or(publisher.text_of("name"), publisher.text()));
        }
    }

    /// Authors and editors: texts, or objects with a name, or with both of its parts.
    fn push_people(&mut self, role: &str, people: Option<&'a Value>) {
        for person in people.map_or(&[][..], Value::entries) {
            let person = self.resolved(person);
            let (family, given) = (person.text_of("familyName"), person.text_of("givenName"));
            if !family.is_empty() && !given.is_empty() {
                self.push(role, &concat(&[family, ", ", given]));
                continue;
            }
            let name = person.plain().unwrap_or(or(person.text_of("name"), or(family, given)));
            let group = role == "author" && person.is_a(GROUPS);
            self.push(if group { "group" } else { role }, name);
        }
    }
}

/// The first of two texts that is not empty.
fn or<'a>(text: &'a str, other: &'a str) -> &'a str {
    if text.is_empty() { other } else { text }
}

/// A block of JSON as it should be: out of the comments that hide it from browsers of old, and with no control
/// characters, which JSON forbids in strings and takes for blanks elsewhere.
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

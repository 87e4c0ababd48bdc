//! JSON-LD by schema.org: the work that a page is about, told in pieces as its tags are.
//!
//! The graph may come in several blocks, with nodes that point at each other by `@id`; a block that is no JSON costs
//! nothing but itself. What is said of other things (the site, the path of pages, the works cited) is passed over.

use crate::item::json::{DEEPEST, Data, Json};
use crate::prelude::*;
use crate::read::page::Found;
use crate::text::{self, joined, listed};

/// The keys that are read; all others are passed over unseen, however much they hold.
const KEYS: &str = "@type @id @graph @value mainEntity mainEntityOfPage name headline author creator editor givenName familyName \
    datePublished dateCreated isPartOf issueNumber volumeNumber issn isbn alternateName publisher pageStart pageEnd \
    pagination identifier value doi sameAs url inLanguage keywords abstract description version articleNumber \
    bookEdition";

/// The types of works, the more telling first: where a page tells of several, the first of these is its subject.
const WORKS: &str = "ScholarlyArticle MedicalScholarlyArticle Thesis Dataset SoftwareSourceCode SoftwareApplication Chapter \
    Report TechArticle Book PresentationDigitalDocument ImageObject VideoObject BlogPosting NewsArticle Article CreativeWork";

/// The types of what a work appears in.
const CONTAINERS: &str = "Periodical Journal Book Newspaper Magazine BookSeries CreativeWorkSeries Blog";

/// Nodes beyond this number are not pointed at, or a hostile graph would be searched for each of its nodes.
const MOST_SOUGHT: usize = 1_000;

/// What may be known of a value.
pub fn data<J: Json>(value: &J) -> Data {
    Data::of(value, KEYS)
}

/// Looking into a value.
impl Data {
    /// The value of a key; of an array, that of the first entry which has it.
    fn get(&self, key: &str) -> Option<&Data> {
        match self {
            Data::Object(entries) => entries.iter().find(|entry| entry.0 == key).map(|entry| &entry.1),
            Data::List(values) => values.iter().find_map(|value| value.get(key)),
            _ => None,
        }
    }

    /// The entries of an array, or the value by itself.
    fn entries(&self) -> &[Data] {
        match self {
            Data::List(values) => values,
            Data::Null | Data::Bool(_) => &[],
            one => core::slice::from_ref(one),
        }
    }

    /// The value as a text: the first of several; of an object what it says by itself.
    fn text(&self) -> &str {
        match self {
            Data::Text(text) | Data::Number(text) => text.trim(),
            Data::Null | Data::Bool(_) => "",
            Data::List(values) => values.first().map_or("", Data::text),
            Data::Object(_) => {
                let said = ["@value", "value", "alternateName", "name", "@id"];
                said.iter().find_map(|key| self.get(key)).map_or("", Data::text)
            }
        }
    }

    fn text_of(&self, key: &str) -> &str {
        self.get(key).map_or("", Data::text)
    }

    /// Whether the value has one of these types, however its vocabulary is abbreviated.
    fn is_a(&self, types: &str) -> bool {
        let own = self.get("@type").map_or(&[][..], Data::entries);
        let types = || types.split(' ');
        own.iter().any(|own| types().any(|kind| kind.eq_ignore_ascii_case(bare(own.text()))))
    }
}

/// The name of a type without its vocabulary: `https://schema.org/Dataset`, `sc:Dataset`.
fn bare(kind: &str) -> &str {
    kind.rsplit(['/', ':', '#']).next().unwrap_or("")
}

/// All nodes that stand by themselves.
fn nodes<'a>(data: &'a Data, out: &mut Vec<&'a Data>) {
    match data {
        Data::List(values) => {
            for value in values {
                nodes(value, out);
            }
        }
        Data::Object(entries) => {
            out.push(data);
            for (key, value) in entries {
                if listed("@graph mainEntity mainEntityOfPage", key) {
                    nodes(value, out);
                }
            }
        }
        _ => {}
    }
}

/// What the blocks of a page tell of the work that it is about.
pub(crate) fn pieces(blocks: &Data, found: &mut Vec<Found>) {
    let mut graph = Vec::new();
    nodes(blocks, &mut graph);
    let work = WORKS.split(' ').find_map(|kind| graph.iter().find(|node| node.is_a(kind)));
    if let Some(work) = work {
        Teller { graph: &graph, found }.work(work);
    }
}

/// Puts what a node says into pieces.
struct Teller<'a, 'b> {
    graph: &'b [&'a Data],
    found: &'b mut Vec<Found>,
}

impl<'a> Teller<'a, '_> {
    fn tell(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            let (name, text) = (joined(&["ld.", name]), text.to_owned());
            self.found.push(Found { name, text, lang: String::new() });
        }
    }

    /// Tells the first of these keys that says something.
    fn first(&mut self, name: &str, node: &Data, keys: &[&str]) {
        let text = keys.iter().map(|key| node.text_of(key)).find(|text| !text.is_empty());
        self.tell(name, text.unwrap_or(""));
    }

    /// Tells every text of a key.
    fn all(&mut self, name: &str, node: &Data, key: &str) {
        for value in node.get(key).map_or(&[][..], Data::entries) {
            self.tell(name, value.text());
        }
    }

    /// The node itself, or the one that it points at.
    fn resolved(&self, node: &'a Data) -> &'a Data {
        let id = match node {
            Data::Object(entries) if entries.len() == 1 => node.text_of("@id"),
            Data::Text(text) | Data::Number(text) if text.starts_in("#_/") || text::contains(text, "://") => {
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

    fn work(&mut self, work: &'a Data) {
        for kind in work.get("@type").map_or(&[][..], Data::entries) {
            self.tell("type", bare(kind.text()));
        }
        // A headline may be cut short, a name is whole.
        self.first("title", work, &["name", "headline"]);
        let authors = work.get("author").or_else(|| work.get("creator"));
        self.people("author", authors);
        self.people("editor", work.get("editor"));
        self.first("issued", work, &["datePublished", "dateCreated"]);
        self.first("pagestart", work, &["pageStart"]);
        self.first("pageend", work, &["pageEnd"]);
        self.first("pages", work, &["pagination"]);
        self.first("number", work, &["articleNumber"]);
        for key in ["doi", "identifier", "sameAs", "@id", "url"] {
            self.all("doi", work, key);
        }
        self.first("url", work, &["url", "@id"]);
        self.first("lang", work, &["inLanguage"]);
        self.first("abstract", work, &["abstract", "description"]);
        self.first("version", work, &["version"]);
        self.first("edition", work, &["bookEdition"]);
        self.all("keywords", work, "keywords");
        self.all("isbn", work, "isbn");
        self.publisher(work);
        self.numbers(work);
        let mut part = work.get("isPartOf");
        for _ in 0..DEEPEST {
            let Some(node) = part.and_then(|part| part.entries().first()) else { break };
            let node = self.resolved(node);
            self.numbers(node);
            if node.is_a(CONTAINERS) || node.get("issn").is_some() {
                self.first("container", node, &["name"]);
                self.first("short", node, &["alternateName"]);
                self.all("isbn", node, "isbn");
                self.publisher(node);
            }
            part = node.get("isPartOf");
        }
    }

    /// The numbers of a volume, an issue and a series, wherever in the chain they stand.
    fn numbers(&mut self, node: &Data) {
        self.first("volume", node, &["volumeNumber"]);
        self.first("issue", node, &["issueNumber"]);
        self.all("issn", node, "issn");
    }

    fn publisher(&mut self, node: &'a Data) {
        if let Some(publisher) = node.get("publisher") {
            let publisher = self.resolved(publisher);
            let name = publisher.text_of("name");
            self.tell("publisher", if name.is_empty() { publisher.text() } else { name });
        }
    }

    /// Authors and editors: texts, or objects with a name, or with both of its parts.
    fn people(&mut self, role: &str, people: Option<&'a Data>) {
        for person in people.map_or(&[][..], Data::entries) {
            let person = self.resolved(person);
            let (family, given) = (person.text_of("familyName"), person.text_of("givenName"));
            if !family.is_empty() && !given.is_empty() {
                self.tell(role, &joined(&[family, ", ", given]));
            } else if let Some(name) = person.plain() {
                self.tell(role, name);
            } else {
                let group = person.is_a("Organization") || person.is_a("ResearchOrganization Consortium");
                let name = [person.text_of("name"), family, given].into_iter().find(|name| !name.is_empty());
                let role = if group && role == "author" { "group" } else { role };
                self.tell(role, name.unwrap_or(""));
            }
        }
    }
}

/// A block of JSON as it should be: out of the comments that hide it from browsers of old, and with no control
/// characters, which JSON forbids in strings and takes for blanks elsewhere.
pub(crate) fn json(block: &str) -> String {
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

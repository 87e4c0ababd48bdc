//! Compares a record that was read with the record that a perfect reader gets, field by field.

use citelet::item::{Date, DateParts, Item, Name, Value as Field};
use citelet::vocabulary::Variable;
use serde_json::Value;

use super::ours;
use super::report::{Case, NOT_EXPECTED};

/// The fields in which `got` should agree with `expected`, one case each, and one for each field that should not be
/// there. `accept` holds further right values by field (`author.1` for the second author).
pub fn compare(name: &str, expected: &Value, accept: &Value, got: &Item) -> Result<Vec<Case>, String> {
    let want = ours::read_item(expected)?;
    let mut cases = vec![typed(name, &want, accept, got)];
    for (variable, field) in want.fields().filter(|(variable, _)| *variable != Variable::Abstract) {
        let mut permitted = vec![folded(variable, field)];
        permitted.extend(also_right(accept, variable));
        if variable == Variable::Issn {
            permitted = issns(expected);
        }
        let found = got.get(variable).map(|found| match (field, found) {
            (Field::Names(wanted), Field::Names(names)) => {
                folded(variable, &Field::Names(with_accepted(accept, variable, wanted, names)))
            }
            _ => folded(variable, found),
        });
        let found = found.unwrap_or_default();
        // Any one of them is right, and so are several of them.
        if variable == Variable::Issn && found.split(", ").all(|one| permitted.iter().any(|all| all == one)) {
            permitted.push(found.clone());
        }
        cases.push(case(name, variable.word(), &permitted, found));
    }
    if let Some(case) = abstract_case(name, expected, &want, got) {
        cases.push(case);
    }
    let known = |variable: &Variable| want.get(*variable).is_some() || *variable == Variable::Abstract;
    let extra = got.fields().filter(|(variable, _)| !known(variable));
    cases.extend(extra.map(|(variable, field)| Case {
        notes: vec![format!("{} is not expected", variable.word())],
        ..Case::equal(
            format!("{name} {}", variable.word()),
            NOT_EXPECTED,
            String::new(),
            folded(variable, field),
        )
    }));
    Ok(cases)
}

fn case(name: &str, field: &str, permitted: &[String], found: String) -> Case {
    let want = permitted.iter().find(|right| **right == found).or(permitted.first()).cloned();
    Case::equal(format!("{name} {field}"), field, want.unwrap_or_default(), found)
}

fn typed(name: &str, want: &Item, accept: &Value, got: &Item) -> Case {
    let mut permitted = vec![want.item_type.word().to_owned()];
    permitted.extend(strings(&accept["type"]));
    case(name, "type", &permitted, got.item_type.word().to_owned())
}

/// `abstract` is a text, or true or false: whether there is one.
fn abstract_case(name: &str, expected: &Value, want: &Item, got: &Item) -> Option<Case> {
    let there = |item: &Item| item.get(Variable::Abstract).map(|field| folded(Variable::Abstract, field));
    let (wanted, found) = match &expected["abstract"] {
        Value::Null => return None,
        Value::Bool(wanted) => (wanted.to_string(), there(got).is_some().to_string()),
        _ => (there(want).unwrap_or_default(), there(got).unwrap_or_default()),
    };
    Some(Case::equal(format!("{name} abstract"), "abstract", wanted, found))
}

fn strings(list: &Value) -> impl Iterator<Item = String> {
    list.as_array().into_iter().flatten().filter_map(|value| value.as_str().map(str::to_owned))
}

/// The further right values of a field, read as the field itself is; `null` permits that there is none.
fn also_right(accept: &Value, variable: Variable) -> Vec<String> {
    let values = accept[variable.word()].as_array().into_iter().flatten();
    let read = |value: &Value| {
        if value.is_null() {
            return Some(String::new());
        }
        let item =
            ours::read_item(&serde_json::json!({ variable.word(): value, "type": "document" })).ok()?;
        item.get(variable).map(|field| folded(variable, field))
    };
    values.filter_map(read).collect()
}

/// The names that were read, with the expected form in the place of every other right one: `author.1` has those of the
/// second author.
fn with_accepted(accept: &Value, variable: Variable, wanted: &[Name], found: &[Name]) -> Vec<Name> {
    let mut names = found.to_vec();
    for (at, (name, wanted)) in names.iter_mut().zip(wanted).enumerate() {
        let forms = accept[format!("{}.{at}", variable.word())].as_array().into_iter().flatten();
        let is_accepted = |form: &Value| {
            let record = serde_json::json!({ variable.word(): [form], "type": "document" });
            let item = ours::read_item(&record).ok();
            item.is_some_and(|item| item.names(variable).first().map(folded_name) == Some(folded_name(name)))
        };
        if forms.into_iter().any(is_accepted) {
            *name = wanted.clone();
        }
    }
    names
}

/// Any one of the ISSNs listed is right.
fn issns(expected: &Value) -> Vec<String> {
    match &expected["ISSN"] {
        Value::String(issn) => vec![issn.clone()],
        list => strings(list).collect(),
    }
}

/// A field as one comparable string.
fn folded(variable: Variable, field: &Field) -> String {
    match field {
        Field::Text(text) => folded_text(variable, text),
        Field::Names(names) => names.iter().map(folded_name).collect::<Vec<_>>().join("; "),
        Field::Date(date) => folded_date(date),
    }
}

fn folded_text(variable: Variable, text: &str) -> String {
    let text = text.replace(['\u{2010}', '\u{2011}'], "-");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match variable {
        Variable::Doi => {
            let lower = text.to_lowercase();
            let start = lower.find("10.").unwrap_or(0);
            lower[start..].to_owned()
        }
        Variable::Language => {
            let primary = text.split(['-', '_']).next().unwrap_or_default().to_lowercase();
            primary_tag(&primary).to_owned()
        }
        _ => text,
    }
}

/// Three-letter codes that pages use, as the two-letter tags of the same language (ISO 639).
fn primary_tag(code: &str) -> &str {
    match code {
        "eng" => "en",
        "deu" | "ger" => "de",
        "fra" | "fre" => "fr",
        "spa" => "es",
        "por" => "pt",
        "ita" => "it",
        other => other,
    }
}

/// `family | given | dropping | non-dropping | suffix`, or the literal name; empty parts at the end are left out.
fn folded_name(name: &Name) -> String {
    if !name.literal.is_empty() {
        return format!("{{{}}}", name.literal);
    }
    let parts =
        [&name.family, &name.given, &name.dropping_particle, &name.non_dropping_particle, &name.suffix];
    let parts: Vec<&str> = parts.iter().map(|part| part.trim()).collect();
    parts.join(" | ").trim_end_matches([' ', '|']).to_owned()
}

fn folded_date(date: &Date) -> String {
    let parts = |parts: DateParts| match parts {
        DateParts { month: 0, year, .. } => year.to_string(),
        DateParts { day: 0, year, month } => format!("{year}-{month:02}"),
        DateParts { year, month, day } => format!("{year}-{month:02}-{day:02}"),
    };
    let range: Vec<String> = [date.start, date.end].into_iter().flatten().map(parts).collect();
    let circa = if date.circa { "circa " } else { "" };
    [circa, &range.join("/"), &date.season, &date.literal].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn misses(expected: &Value, accept: &Value, got: &Value) -> Vec<String> {
        let got = ours::read_item(got).expect("a record");
        let cases = compare("x", expected, accept, &got).expect("a comparison");
        cases.into_iter().filter(|case| !case.pass).map(|case| case.name).collect()
    }

    #[test]
    fn fields_are_compared_after_folding() {
        let expected = json!({"type": "article-journal", "title": "A-b  c", "DOI": "10.1/X", "language": "en",
            "ISSN": ["1111-1111", "2222-2222"], "abstract": true, "issued": {"date-parts": [[2020, 1, 2]]}});
        let got = json!({"type": "article-journal", "title": "A\u{2011}b c", "DOI": "https://doi.org/10.1/x",
            "language": "eng-US", "ISSN": "2222-2222, 1111-1111", "abstract": "x",
            "issued": {"date-parts": [[2020, 1]]}});
        assert_eq!(misses(&expected, &Value::Null, &got), ["x issued"]);
        let accept = json!({"issued": [{"date-parts": [[2020, 1]]}]});
        assert_eq!(misses(&expected, &accept, &got), [""; 0]);
        let got = json!({"type": "book", "publisher": "P"});
        let want =
            ["x type", "x title", "x DOI", "x ISSN", "x language", "x issued", "x abstract", "x publisher"];
        let mut found = misses(&expected, &accept, &got);
        let mut want = want.map(str::to_owned);
        found.sort();
        want.sort();
        assert_eq!(found, want);
    }

    #[test]
    fn each_author_may_have_another_form() {
        let expected = json!({"type": "book", "author": [{"family": "Lund", "given": "A."},
            {"family": "Scao", "given": "Teven Le"}]});
        let got = json!({"type": "book", "author": [{"family": "Lund", "given": "A."},
            {"family": "Le Scao", "given": "Teven"}]});
        assert_eq!(misses(&expected, &Value::Null, &got), ["x author"]);
        let accept = json!({"author.1": [{"family": "Le Scao", "given": "Teven"}]});
        assert_eq!(misses(&expected, &accept, &got), [""; 0]);
        let accept =
            json!({"author.0": [{"family": "Lund", "given": "Anna"}], "author.1": accept["author.1"]});
        let both = json!({"type": "book", "author": [{"family": "Lund", "given": "Anna"},
            {"family": "Le Scao", "given": "Teven"}]});
        assert_eq!(misses(&expected, &accept, &both), [""; 0]);
        let other = json!({"type": "book", "author": [{"family": "Le Scao", "given": "Teven"},
            {"family": "Lund", "given": "A."}]});
        assert_eq!(misses(&expected, &accept, &other), ["x author"]);
    }
}

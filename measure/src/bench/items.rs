//! Made records for timing: of several kinds, with names of which some share a family, as in a real library.

use serde_json::{Value, json};

const SYLLABLES: [&str; 12] =
    ["ba", "den", "gor", "hal", "kin", "lo", "mar", "ni", "ros", "sten", "ta", "vel"];
const WORDS: [&str; 14] = [
    "water", "and", "its", "guests:", "a", "study", "of", "the", "northern", "coast", "in", "early",
    "modern", "trade",
];

/// So many records, the same in every run.
pub fn items(count: usize) -> Vec<Value> {
    (0..count).map(item).collect()
}

fn item(n: usize) -> Value {
    let mut item = match n % 5 {
        0 | 1 => article(n),
        2 => json!({ "type": "book", "publisher": "Made Books", "publisher-place": "Bath", "edition": "2" }),
        3 => chapter(n),
        _ => json!({
            "type": "webpage", "container-title": "Made Notes", "URL": format!("https://notes.example/{n}"),
            "accessed": { "date-parts": [[2024, 5, 1 + n % 28]] },
        }),
    };
    item["id"] = json!(format!("item-{n}"));
    item["title"] = json!(title(n));
    item["author"] = json!((0..1 + n % 4).map(|k| name(n * 7 + k)).collect::<Vec<_>>());
    item["issued"] = json!({ "date-parts": [[1980 + n % 45, 1 + n % 12, 1 + n % 28]] });
    item
}

fn article(n: usize) -> Value {
    json!({
        "type": "article-journal", "container-title": "Journal of Made Research", "volume": (n % 80).to_string(),
        "issue": (1 + n % 6).to_string(), "page": format!("{}-{}", n + 1, n + 17),
        "DOI": format!("10.5555/made.{n}"),
    })
}

fn chapter(n: usize) -> Value {
    json!({
        "type": "chapter", "container-title": "Handbook of Small Trials", "editor": [name(n + 3), name(n + 5)],
        "page": format!("{}-{}", n + 1, n + 21), "publisher": "Example University Press",
        "publisher-place": "Oslo",
    })
}

fn title(n: usize) -> String {
    let words: Vec<&str> = (0..8).map(|k| WORDS[(n * 5 + k * 3) % WORDS.len()]).collect();
    let text = words.join(" ");
    text[..1].to_uppercase() + &text[1..]
}

/// Some four hundred family names, so that a thousand records hold some twice.
fn name(n: usize) -> Value {
    let syllable = |k: usize| SYLLABLES[k % SYLLABLES.len()];
    let family = [syllable(n), syllable(n / 12), syllable(n / 5)].concat();
    let family = family[..1].to_uppercase() + &family[1..];
    let given = format!("{} {}.", ["Ada", "Bela", "Cleo", "Dag"][n % 4], (b'A' + (n % 26) as u8) as char);
    json!({ "family": family, "given": given })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::ours;

    #[test]
    fn records_are_whole_and_have_ids_of_their_own() {
        let made = items(300);
        let mut ids: Vec<String> = made.iter().map(|item| ours::read_item(item).unwrap().id).collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), 300);
        assert!(made.iter().all(|item| item["title"].is_string() && item["author"][0]["family"].is_string()));
    }
}

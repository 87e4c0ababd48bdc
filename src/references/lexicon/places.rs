//! Names of places.

use crate::prelude::*;
use crate::text::{self, list_contains};

/// Cities where many books appear: alone they are a place and no publisher.
const CITIES: &[&str] = &[
    "london",
    "new york",
    "paris",
    "berlin",
    "oxford",
    "cambridge",
    "chicago",
    "boston",
    "amsterdam",
    "leiden",
    "the hague",
    "berkeley",
    "los angeles",
    "philadelphia",
    "princeton",
    "new haven",
    "san francisco",
    "washington",
    "washington, dc",
    "washington, d.c.",
    "geneva",
    "vienna",
    "wien",
    "munich",
    "münchen",
    "frankfurt",
    "frankfurt am main",
    "hamburg",
    "leipzig",
    "stuttgart",
    "tübingen",
    "göttingen",
    "heidelberg",
    "zürich",
    "zurich",
    "basel",
    "bern",
    "rome",
    "roma",
    "milan",
    "milano",
    "turin",
    "torino",
    "bologna",
    "florence",
    "firenze",
    "madrid",
    "barcelona",
    "lisbon",
    "lisboa",
    "mexico",
    "méxico",
    "méxico, d.f.",
    "buenos aires",
    "santiago",
    "bogotá",
    "lima",
    "caracas",
    "rio de janeiro",
    "são paulo",
    "petrópolis",
    "porto alegre",
    "brasília",
    "toronto",
    "montreal",
    "montréal",
    "vancouver",
    "sydney",
    "melbourne",
    "tokyo",
    "beijing",
    "shanghai",
    "hong kong",
    "singapore",
    "new delhi",
    "delhi",
    "mumbai",
    "kolkata",
    "islamabad",
    "karachi",
    "lahore",
    "dhaka",
    "kuala lumpur",
    "jakarta",
    "bandung",
    "yogyakarta",
    "manila",
    "cairo",
    "nairobi",
    "cape town",
    "johannesburg",
    "lagos",
    "istanbul",
    "ankara",
    "moscow",
    "kyiv",
    "warsaw",
    "warszawa",
    "kraków",
    "prague",
    "praha",
    "budapest",
    "athens",
    "stockholm",
    "oslo",
    "copenhagen",
    "københavn",
    "helsinki",
    "brussels",
    "bruxelles",
    "leuven",
    "dublin",
    "edinburgh",
    "manchester",
    "dordrecht",
    "cham",
    "delft",
    "utrecht",
    "aldershot",
    "harmondsworth",
    "thousand oaks",
    "newbury park",
    "beverly hills",
    "hillsdale",
    "mahwah",
    "englewood cliffs",
    "hoboken",
    "cheltenham",
    "basingstoke",
    "london and new york",
    "oxford, uk",
    "cambridge, ma",
    "new york, ny",
    "москва",
    "м",
    "санкт-петербург",
];

/// Countries, and their abbreviations, that end the place of a meeting.
const COUNTRIES: &str = "\
    usa u.s.a. us uk u.k. canada germany france italy spain china japan india australia austria \
    switzerland netherlands belgium sweden norway denmark finland portugal brazil mexico korea singapore \
    greece turkey ireland poland israel taiwan argentina chile colombia thailand malaysia indonesia \
    scotland england wales hungary romania croatia slovenia egypt morocco uae iceland estonia latvia \
    lithuania czechia";

/// Whether words name a city and nothing else.
pub(in crate::references) fn is_city(text: &str) -> bool {
    let lower = text::to_lowercase(text.trim_end_matches('.'));
    CITIES.contains(&lower.as_str())
}

/// Whether a word names a country.
pub(in crate::references) fn is_country(word: &str) -> bool {
    list_contains(COUNTRIES, &text::to_lowercase(word))
}

/// Whether words may name a place: few, and in capitals.
pub(in crate::references) fn looks_like_place(text: &str) -> bool {
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let capital = |word: &&str| {
        word.starts_with(|c: char| c.is_uppercase_letter() || matches!(c, '[' | '(' | '&'))
            || list_contains("and am de la of an der i. br. a. m. and/or et y und /", word)
    };
    words.len() < 8 && words.iter().all(capital) && !text.contains(|c: char| c.is_ascii_digit() || c == '?')
}

//! Words of publishers.

use super::organisations::is_organisation;
use crate::prelude::*;
use crate::read::values::has_shared_word;
use crate::text::{self, list_contains};

/// Words that publishers' names contain, whole and in small letters.
const PUBLISHER_WORDS: &str = "\
    press verlag books publishing publishers publisher publications publication éditions editions édition \
    editorial ediciones edições edizioni editora editore uitgeverij förlag forlag yayınları yayınevi up \
    u.p wiley springer springer-verlag elsevier routledge sage penguin macmillan palgrave mcgraw-hill \
    mcgraw pearson blackwell harper harpercollins norton vintage knopf mifflin prentice prentice-hall \
    addison-wesley brill gruyter suhrkamp gallimard seuil puf reclam siebeck thieme karger birkhäuser crc \
    hmso gpo tecnos alianza paidós anagrama taurus planeta einaudi laterza feltrinelli mondadori vozes \
    companhia inc ltd llc gmbh kg sons & wesley freeman sinauer dover schocken pantheon doubleday \
    scribner's viking bantam basic verso duckworth ashgate continuum bloomsbury longman longmans methuen \
    heinemann faber unwin churchill livingstone saunders mosby lippincott williams wilkins kluwer kaufmann \
    publicaffairs reidel nijhoff pergamon mit cup oup apress o’reilly o'reilly manning packt birkhauser \
    vieweg teubner hanser oldenbourg utb nomos maspero minuit flammarion plon fayard grasset hachette \
    dunod masson armand colin payot wydawnictwo nauka izdatel'stvo издательство наука press. impr imprenta \
    printing printers druckerei guilford erlbaum hogarth harcourt brace holt rinehart winston schuster \
    putnam dutton bodley cape chatto windus secker warburg unipress siglo xxi akal cátedra espasa gredos \
    trotta síntesis morata gedisa herder mulino carocci hoepli zanichelli utet giuffrè cedam polity univ \
    mouton grijalbo clacso trilce elgar lexington rowman littlefield aldine transaction harvester \
    wheatsheaf hodder birlinn hutchinson curran usenix kogan jossey-bass earthscan zed pluto brookings \
    haworth plenum benjamins garland duxbury wadsworth cengage";

/// Publishers whose single words are too common to count.
const PUBLISHER_PHRASES: &[&str] = &[
    "world scientific",
    "random house",
    "john murray",
    "little, brown",
    "allen & unwin",
    "allen and unwin",
    "simon & schuster",
    "peter lang",
    "edward elgar",
    "c. h. beck",
    "c.h. beck",
    "siglo xxi",
    "fondo de cultura",
    "curran associates",
    "academic press",
    "free press",
    "open court",
    "mit press",
    "open university",
    "hodder & stoughton",
    "brooks/cole",
    "paz e terra",
    "university of",
    "university press",
    "actes sud",
];

/// Whether words are those of a publisher.
pub(in crate::references) fn is_publisher(text: &str) -> bool {
    let lower = text::to_lowercase(text);
    if PUBLISHER_PHRASES.iter().any(|phrase| lower.contains(*phrase))
        || lower.starts_with("u of ") && lower.ends_with(" p")
    {
        return true;
    }
    text.split([' ', ',', '/']).any(|word| {
        let word = text::to_lowercase(word.trim_matches(['.', ')', '(', ':']));
        !word.is_empty() && list_contains(PUBLISHER_WORDS, &word)
    })
}

/// Whether a name may be a publisher's: by its words, an organisation's, or short and in capitals.
pub(in crate::references) fn may_be_publisher(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let capital = |word: &&str| {
        word.starts_with(|c: char| c.is_uppercase_letter() || c == '&' || c.is_ascii_digit())
            || list_contains("de of und & y e et and der della", word)
    };
    let short =
        words.len() < 4 && words.iter().all(capital) && !is_gerund(words.first().map_or("", |word| word));
    is_publisher(text)
        || is_organisation(text) && words.len() < 14 && !text.contains('?')
        || has_shared_word(text)
        || short
}

/// Whether a word is an English gerund, with which titles begin and names of publishers never do.
fn is_gerund(word: &str) -> bool {
    word.len() > 6 && word.ends_with("ing")
}

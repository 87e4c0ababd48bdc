//! Words that tell what kind of work a reference is.

use crate::item::people;
use crate::prelude::*;
use crate::text::{self, list_contains};

/// Descriptions in brackets and the type they tell; the beginning counts.
pub(super) const DESCRIBED: &str = "data set=dataset|dataset=dataset|database=dataset|computer software=software|software=software|\
    mobile app=software|source code=software|video=motion_picture|film=motion_picture|motion picture=motion_picture|\
    tv series=broadcast|tv series episode=broadcast|television=broadcast|podcast=broadcast|audio podcast=broadcast|\
    conference presentation=speech|paper presentation=speech|conference session=speech|poster=speech|poster presentation=speech|\
    powerpoint=speech|keynote=speech|tweet=post|post=post|status update=post|facebook=post|blog post=post-weblog|\
    press release=report|white paper=report|policy brief=report|working paper=report|report=report|preprint=article|\
    manuscript=manuscript|unpublished manuscript=manuscript|map=map|photograph=graphic|painting=graphic|infographic=graphic|\
    review of=review-book|book review=review-book|editorial=article-journal|letter to the editor=article-journal|\
    song=song|album=song|lecture=speech|webinar=speech|interview=interview|patent=patent|fact sheet=report|brochure=pamphlet|\
    special issue=|abstract=|monograph=|supplemental material=|letter=article-journal|comment=article-journal";

/// How the words for a thesis begin.
pub(super) const THESES: &str = "doctoral dissertation|doctoral thesis|doctor of philosophy thesis|doctor of philosophy dissertation|\
    phd dissertation|phd thesis|phd diss|ph.d. dissertation|ph.d. thesis|ph.d. diss|ph. d. dissertation|ph. d. thesis|\
    ph.d dissertation|ph.d thesis|dphil thesis|d.phil. thesis|master's thesis|master’s thesis|masters thesis|\
    master's dissertation|master’s dissertation|master thesis|m.a. thesis|ma thesis|m.s. thesis|ms thesis|msc thesis|\
    m.sc. thesis|mphil thesis|m.phil. thesis|bachelor's thesis|bachelor’s thesis|bachelor thesis|undergraduate thesis|\
    honors thesis|habilitation thesis|habilitationsschrift|inauguraldissertation|dissertation|diss|thesis|masterarbeit|\
    diplomarbeit|bachelorarbeit|doktorarbeit|thèse de doctorat|thèse|mémoire de master|tesis doctoral|tesis de doctorado|\
    tesis de maestría|tesis de licenciatura|tesis de grado|tesis|tese de doutorado|tese de doutoramento|tese (doutorado)|\
    tese|dissertação de mestrado|dissertação (mestrado)|dissertação|tesi di dottorato|tesi di laurea|proefschrift|\
    doktora tezi|yüksek lisans tezi|skripsi|disertasi|avhandling";

/// How the kinds of numbered reports end, in small letters.
pub(super) const REPORTS: &str = "report|working paper|working papers|discussion paper|technical report|tech. rep|tech rep|\
    technical note|research paper|research report|occasional paper|policy paper|policy brief|white paper|publication|\
    document|memorandum|circular|bulletin|issue brief|research memorandum|report series|working paper series|arbeitspapier|\
    documento de trabajo|documento de trabalho|document de travail|special report|staff paper|preprint|rfc|paper|series";

/// Words that publishers carry, whole and in small letters.
const PRESSES: &str = "press verlag books publishing publishers publisher publications publication éditions editions édition \
    editorial ediciones edições edizioni editora editore uitgeverij förlag forlag yayınları yayınevi up u.p \
    wiley springer springer-verlag elsevier routledge sage penguin macmillan palgrave mcgraw-hill mcgraw \
    pearson blackwell harper harpercollins norton vintage knopf mifflin prentice prentice-hall \
    addison-wesley brill gruyter suhrkamp gallimard seuil puf reclam siebeck thieme karger birkhäuser crc \
    hmso gpo tecnos alianza paidós anagrama taurus planeta einaudi laterza feltrinelli mondadori vozes \
    companhia inc ltd llc gmbh kg sons & wesley freeman sinauer dover schocken pantheon doubleday scribner's \
    viking bantam basic verso duckworth ashgate continuum bloomsbury longman longmans methuen heinemann \
    faber unwin churchill livingstone saunders mosby lippincott williams wilkins kluwer kaufmann publicaffairs reidel nijhoff \
    pergamon mit cup oup apress o’reilly o'reilly manning packt birkhauser vieweg teubner hanser oldenbourg \
    utb nomos maspero minuit flammarion plon fayard grasset hachette dunod masson armand colin payot \
    wydawnictwo nauka izdatel'stvo издательство наука press. impr imprenta printing printers druckerei \
    guilford erlbaum hogarth harcourt brace holt rinehart winston schuster putnam dutton bodley cape chatto \
    windus secker warburg unipress siglo xxi akal cátedra espasa gredos trotta síntesis morata gedisa herder \
    mulino carocci hoepli zanichelli utet giuffrè cedam polity univ mouton grijalbo clacso trilce elgar \
    lexington rowman littlefield aldine transaction harvester wheatsheaf hodder birlinn hutchinson curran \
    usenix kogan jossey-bass earthscan zed pluto brookings haworth plenum benjamins garland duxbury \
    wadsworth cengage";

/// Publishers whose words are too common to count one by one.
const PRESS_PHRASES: &str = "world scientific|random house|john murray|little, brown|allen & unwin|allen and unwin|simon & schuster|\
    peter lang|edward elgar|c. h. beck|c.h. beck|siglo xxi|fondo de cultura|curran associates|academic press|free press|\
    open court|mit press|open university|hodder & stoughton|brooks/cole|paz e terra|university of|university press|actes sud";

/// Whether words are those of a publisher.
pub(super) fn is_press(text: &str) -> bool {
    let lower = text::to_lowercase(text);
    if PRESS_PHRASES.split('|').any(|phrase| text::contains(&lower, phrase))
        || lower.starts_with("u of ") && lower.ends_with(" p")
    {
        return true;
    }
    text.split([' ', ',', '/']).any(|word| {
        let word = text::to_lowercase(word.trim_matches(['.', ')', '(', ':']));
        !word.is_empty() && list_contains(PRESSES, &word)
    })
}

/// Whether a name may be a publisher's: by its words, an organisation's, or short and in capitals.
pub(super) fn may_publish(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect_vec();
    let capital = |word: &&str| {
        word.starts_with(|c: char| c.is_uppercase_letter() || c == '&' || c.is_ascii_digit())
            || list_contains("de of und & y e et and der della", word)
    };
    let short =
        words.len() < 4 && words.iter().all(capital) && !is_gerund(words.first().map_or("", |word| word));
    is_press(text)
        || super::names::is_corporate(text) && words.len() < 14 && !text.contains_char('?')
        || people::is_organisation(text)
        || short
}

/// Cities where many books appear: alone they are a place and no publisher.
const CITIES: &str = "london|new york|paris|berlin|oxford|cambridge|chicago|boston|amsterdam|leiden|the hague|berkeley|los angeles|\
    philadelphia|princeton|new haven|san francisco|washington|washington, dc|washington, d.c.|geneva|vienna|wien|munich|münchen|\
    frankfurt|frankfurt am main|hamburg|leipzig|stuttgart|tübingen|göttingen|heidelberg|zürich|zurich|basel|bern|rome|roma|\
    milan|milano|turin|torino|bologna|florence|firenze|madrid|barcelona|lisbon|lisboa|mexico|méxico|méxico, d.f.|buenos aires|\
    santiago|bogotá|lima|caracas|rio de janeiro|são paulo|petrópolis|porto alegre|brasília|toronto|montreal|montréal|vancouver|\
    sydney|melbourne|tokyo|beijing|shanghai|hong kong|singapore|new delhi|delhi|mumbai|kolkata|islamabad|karachi|lahore|dhaka|\
    kuala lumpur|jakarta|bandung|yogyakarta|manila|cairo|nairobi|cape town|johannesburg|lagos|istanbul|ankara|moscow|kyiv|warsaw|\
    warszawa|kraków|prague|praha|budapest|athens|stockholm|oslo|copenhagen|københavn|helsinki|brussels|bruxelles|leuven|\
    dublin|edinburgh|manchester|dordrecht|cham|delft|utrecht|aldershot|harmondsworth|thousand oaks|newbury park|beverly hills|\
    hillsdale|mahwah|englewood cliffs|hoboken|cheltenham|basingstoke|london and new york|oxford, uk|cambridge, ma|new york, ny|москва|м|санкт-петербург";

/// Whether words name a city and nothing else.
pub(super) fn is_city(text: &str) -> bool {
    let lower = text::to_lowercase(text.trim_end_matches('.'));
    CITIES.split('|').any(|city| city == lower)
}

/// Whether a word names an act, as titles and never names of publishers begin.
fn is_gerund(word: &str) -> bool {
    word.len() > 6 && word.ends_with("ing")
}

/// Words that tell a collection of papers read at a meeting.
const MEETINGS: &str = "proceedings proc conference conf symposium symp workshop congress congreso congrès kongress meeting actas actes \
    colloquium colloque annals. tagung anais convention advances. icml iclr neurips nips cvpr iccv eccv emnlp naacl aaai ijcai sigir kdd icra iros icassp interspeech miccai simposio jornadas conférence conferencia conferência";

/// Whether the container of a paper is the record of a meeting.
pub(super) fn is_meeting(text: &str) -> bool {
    if text::contains(&text::to_lowercase(text), "information processing systems") {
        return true;
    }
    text.split([' ', '.', ',', ':', '\'', '’']).any(|word| list_contains(MEETINGS, &text::to_lowercase(word)))
}

/// Journals that are named after a meeting's record all the same: `Proceedings of the National Academy of Sciences`.
pub(super) fn is_academy(text: &str) -> bool {
    let lower = text::to_lowercase(text);
    [
        "academy",
        "acad",
        "society",
        "royal soc",
        "soc.",
        "institution of",
        "ieee",
        "r. soc",
        "r soc",
        "mayo",
        "aristotelian",
        "american philosophical",
    ]
    .iter()
    .any(|word| text::contains(&lower, word))
}

/// Words that newspapers carry, in small letters.
const NEWSPAPERS: &str = "times post guardian news herald tribune daily gazette zeitung monde país newspaper telegraph independent \
    dawn bbc reuters cnn jazeera express chronicle globe figaro corriere repubblica libération mundo clarín folha estado \
    bild welt süddeutsche frankfurter tagesspiegel nacion nación npr msnbc bloomberg inquirer sentinel examiner mirror sun";

/// Magazines by their words.
const MAGAZINES: &str = "magazine atlantic yorker economist wired forbes newsweek spiegel time fortune harper's vogue esquire \
    slate salon nation smithsonian";

/// Whether a container is a newspaper.
pub(super) fn is_newspaper(text: &str) -> bool {
    told(text, NEWSPAPERS) && !is_journal(text)
}

/// Whether a container is a magazine.
pub(super) fn is_magazine(text: &str) -> bool {
    told(text, MAGAZINES) && text.split(' ').count() < 5
}

/// Whether a container calls itself a journal.
pub(super) fn is_journal(text: &str) -> bool {
    let lower = text::to_lowercase(text);
    let known = "journal revista revue zeitschrift annals review reviews studies quarterly bulletin letters transactions rivista archives archiv \
        acta jurnal dergisi cahiers tidsskrift tidskrift research science sciences annales analyses analysis perspectives";
    lower.split([' ', '.', ',']).any(|word| list_contains(known, word) || word == "j" || word == "rev")
}

/// Whether a container is a work of reference.
pub(super) fn is_encyclopedia(text: &str) -> Option<&'static str> {
    let lower = text::to_lowercase(text);
    if ["encyclop", "enciclop", "enzyklop", "britannica", "wikipedia"]
        .iter()
        .any(|word| text::contains(&lower, word))
    {
        return Some("entry-encyclopedia");
    }
    let dictionary = ["dictionary", "wörterbuch", "diccionario", "dictionnaire"]
        .iter()
        .any(|word| text::contains(&lower, word));
    dictionary.then_some("entry-dictionary")
}

fn told(text: &str, list: &str) -> bool {
    text.split([' ', '-', '.', ','])
        .any(|word| list_contains(list, &text::to_lowercase(word)) && !word.is_empty())
}

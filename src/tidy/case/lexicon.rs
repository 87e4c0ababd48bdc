//! Names and abbreviations that are known without evidence, compactly.
//!
//! A name stands in the list only if the word means nothing else that a title would write small. What derives from a
//! name regularly (`Nigerian`, `Hegelianism`, `Keynes’s`) needs no entry.

use super::names::is_name;
use super::title::Word;
use super::words::stem;
use crate::text;

/// Abbreviations written in capitals, and Roman numerals. Those without a vowel are told by that.
const ABBREVIATIONS: &str = "abc adhd aes ai aids aml api arima asd asean atp auc aws bci bipoc bmi bric cai cdma ceo cern cia cmos copd \
    covid cpu crispr dna dsge dti ebv ecg ecmo ecowas eeg efl egfr ehr elisa emg emi enso epr esg eu eua exafs \
    fao fbi fda fdi fifa fpga ftir gatt gis gmo gpa gpu gui gwas hci hiit hiv hla hpa iaea ibd ibs icao icc icd \
    icp ict icu idf ieee ielts ii iii ilo imf imo imu ioc ip ipcc ipo ipv iq iqs ira irb irs isil isis iso isp \
    itu iucn iud iv ivf ix kpi lca lgbtqi lte maoi mapk mba mdma mers mimo mooc mri mrsa msme nafld nafta nasa \
    nato ngo nhanes nih nmda nsaid ocd ocr oecd ofdm olap opec osce pah pca pcos pde pfas pid plo psa psoc qa \
    qaly qsar rfid rna rnai rsa saarc sars scada sme sofc spi ssri sti stis tesol toefl uae uav ufo uhf uk uml \
    unclos unctad undp unep unesco unhcr unicef url us usa usaid usb usd usda ussr uti uv uwb vae vanet vegf vi \
    vii viii vlsi wais wlan wto xai xi xii xiii xiv xix xvi xvii xviii xxi xxii yolo";

/// Words with capitals inside.
const MIXED: &str = "AdaBoost AlphaFold AstraZeneca BioNTech cDNA CdSe CdTe cfDNA ChatGPT circRNA CoV ctDNA CubeSat DDoS DevOps \
    dsDNA dsRNA eDNA eHealth EuroQol fMRI GaAs GaN GeV GHz GitHub IgA IgE IgG IgM ImageNet InGaAs InP iOS IoT \
    iPad iPhone iPSC JavaScript kDa keV kHz LaTeX LinkedIn lncRNA LoRa LoRaWAN MATLAB McDonald MeV mHealth MHz \
    microRNA miRNA MoS mRNA mtDNA NaCl NiO NoSQL OpenStreetMap PageRank pH PhD PlayStation PubMed PyTorch QoE QoS \
    qPCR ResNet rRNA rTMS SaaS SciELO SiC siRNA ssDNA tDCS TensorFlow TeV TikTok TiO tRNA VoIP WeChat WhatsApp \
    WiFi WordNet XGBoost YouTube ZnO";

/// Names of several words, some of which are no names by themselves.
const PHRASES: &str = "united states|united kingdom|united nations|united arab emirates|european union|african union|soviet union|\
    new york|new jersey|new england|new delhi|new guinea|new mexico|new orleans|new hampshire|new zealand|\
    new deal|new testament|old testament|new south wales|north carolina|south carolina|north dakota|south dakota|\
    west virginia|north korea|south korea|north korean|south korean|south african|south sudan|east germany|\
    west germany|east timor|west bank|west bengal|west indies|west indian|south australia|western australia|\
    northern ireland|western cape|eastern cape|western sahara|south china sea|north atlantic|north sea|black sea|\
    red sea|dead sea|middle east|middle eastern|near east|far east|middle ages|global south|global north|\
    great britain|great lakes|great plains|great wall|great barrier reef|great depression|great recession|\
    cold war|gulf war|world war|world wars|world bank|world cup|world health organization|\
    world trade organization|supreme court|security council|white house|wall street|silk road|belt and road|\
    ivory coast|cape town|cape verde|los angeles|las vegas|san francisco|san diego|santa cruz|mexico city|\
    ho chi minh|st louis|el salvador|el niño|la niña|persian gulf|gulf coast|czech republic|dominican republic|\
    central african republic|democratic republic|roman empire|ottoman empire|british empire|french revolution|\
    russian revolution|american revolution|industrial revolution|cultural revolution|arab spring|islamic state|\
    islamic republic|communist party|democratic party|republican party|big five|black lives matter|\
    paris agreement|kyoto protocol|affordable care act|clean air act|sustainable development goals|\
    millennium development goals|olympic games|nobel prize|down syndrome|bosnia and herzegovina|\
    trinidad and tobago|big bang|milky way|latin america|latin american|third reich|first nations|torres strait|\
    pacific islander|pacific islands|native american|native americans|indigenous australians|guinea bissau|\
    rocky mountains|abu dhabi|st petersburg|rhode island|british columbia|nova scotia|new brunswick|\
    district of columbia|bay of bengal|gulf of mexico|google scholar|web of science|star wars|harry potter|\
    al qaeda|hindu kush|dar es salaam|kuala lumpur|tel aviv";

/// Words that are small in Title Case or at least never names.
const FUNCTION: &str = "a an the and or but nor so yet as at by for from in into of off on onto out over per than to up upon via with \
    about above across after against along among around before behind below beneath beside between beyond during \
    except inside near since through throughout till toward towards under until within without versus vs if is are was \
    were be been am do does did has have had can could may might must shall should will would not no it its he his she \
    her they their them we our i you your this that these those who whom whose which what when where why how there \
    amid amongst despite";

/// Words after which a letter, even an A, is the name of a class.
pub(super) const CLASSES: &str =
    "vitamin hepatitis influenza type group class part phase factor grade category";

/// Capitals throughout.
pub(super) const ABBREVIATED: &str = "XXXXXXXXXXXX";

/// What may follow a name to make another word that has a capital.
const ENDINGS: &str = "n an ian ianism ean ese i ic ism ist";

/// The shortest name from which others derive, in letters.
const SHORTEST_BASE: usize = 4;

/// Words that are part of a name before and after one of the first kind, and those which are after one of any kind.
const COMPASS: &str = "north south east west central southeast southwest northeast northwest northern southern eastern western latin";
const CONTINENTS: &str =
    "africa african africans asia asian asians america american americans europe european europeans";
const HEADS: &str = "sea ocean gulf peninsula islands strait plateau desert empire parliament commission";
/// Months whose names mean something else too.
const MONTHS: &str = "march may";
const LEADERS: &str = "lake mount cape fort port saint san";

/// Endings of words that are no names.
const COMMON: &str = "ing ed tion sion ment ness ity ive ical ous ance ence";

/// Words that make a name of common words before and after them.
const INSTITUTIONS: &str = "act agency army assembly association bank board bureau center centre college commission committee congress \
    constitution convention council court department federation force foundation fund institute league ministry office \
    organisation organization parliament party school senate service society treaty tribunal union university \
    declaration agreement war";

/// Whether the ending of a word shows that it is no name.
pub(super) fn is_common(lower: &str) -> bool {
    COMMON.split(' ').any(|ending| lower.ends_with(ending))
}

/// Whether a row of capitalised words with this one in it is a name.
pub(super) fn makes_a_name(lower: &str) -> bool {
    text::listed(INSTITUTIONS, lower) || find(lower).is_some()
}

/// Whether a word is never a name.
pub(super) fn is_function_word(lower: &str) -> bool {
    text::listed(FUNCTION, lower)
}

/// How a word is written that is known: letter by letter, a capital where the answer has one. `X` where only the first
/// letter is a capital.
pub(super) fn find(key: &str) -> Option<&'static str> {
    let singular = stem(key);
    for word in [key, singular] {
        if let Some(mixed) = MIXED.split(' ').find(|mixed| mixed.eq_ignore_ascii_case(word)) {
            return Some(mixed);
        }
        if text::listed(ABBREVIATIONS, word) {
            return ABBREVIATED.get(..word.len());
        }
        if is_name(word) {
            return Some("X");
        }
    }
    for ending in ENDINGS.split(' ') {
        if let Some(name) = singular.strip_suffix(ending)
            && name.len() >= SHORTEST_BASE
            && is_name(name)
        {
            return Some("X");
        }
    }
    None
}

/// Whether the word at `at` is part of a name of several words.
pub(super) fn in_phrase(words: &[Word<'_, '_>], at: usize) -> bool {
    let key = |at: usize| words.get(at).map_or("", |word| word.key.as_str());
    let near = |at: usize| words.get(at).is_some_and(|word| word.token.gap.near);
    let (this, next) = (key(at), if near(at + 1) { key(at + 1) } else { "" });
    let before = if near(at) && at > 0 { key(at - 1) } else { "" };
    let numbered = next.starts_with(|c: char| c.is_ascii_digit());
    let month = numbered || words.get(at).is_some_and(|word| word.token.gap.mark == '-') && is_name(before);
    text::listed(MONTHS, this) && month
        || text::listed(COMPASS, this) && text::listed(CONTINENTS, next)
        || text::listed(HEADS, this) && is_name(before)
        || text::listed(LEADERS, this) && is_name(next)
        || words.get(at).is_some_and(|word| word.named)
}

/// Marks the words that make names of several words.
pub(super) fn mark(words: &mut [Word<'_, '_>]) {
    for phrase in PHRASES.split('|') {
        for from in 0..words.len() {
            if stands(words, from, phrase) {
                let length = phrase.split(' ').count();
                for word in words.iter_mut().skip(from).take(length) {
                    word.named = !is_function_word(&word.key);
                }
            }
        }
    }
}

/// Whether the words of a phrase stand side by side from `from` on.
fn stands(words: &[Word<'_, '_>], from: usize, phrase: &str) -> bool {
    let mut rest = words.get(from..).unwrap_or(&[]).iter();
    let mut first = true;
    for sought in phrase.split(' ') {
        if !rest.next().is_some_and(|word| word.key == sought && (first || word.token.gap.near)) {
            return false;
        }
        first = false;
    }
    true
}

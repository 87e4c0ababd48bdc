//! Records and packs that are made to do harm: shared by the tests with a made style and those with the official ones.

use xtask::guard;

use crate::common::Random;
use crate::exercise::{Choices, exercise};

/// Does the work in a thread with a page's stack; it must come back before a reader would notice a hang.
pub(crate) fn in_time<T: Send + 'static>(what: &str, work: impl FnOnce() -> T + Send + 'static) -> T {
    guard::guarded(work).unwrap_or_else(|reason| panic!("{what}: {reason}"))
}

/// Formats arbitrary records with each pack; nothing panics or hangs.
pub(crate) fn format_arbitrary_records(packs: Vec<Vec<u8>>) {
    let mut random = Random(31);
    for pack in packs {
        for round in 0..60 {
            let (pack, bytes) = (pack.clone(), random.bytes(900));
            let loaded = in_time(&format!("round {round}"), move || exercise(&pack, &mut Choices(&bytes)));
            assert!(loaded);
        }
    }
}

/// Formats records with packs of which bytes were changed at random; nothing panics or hangs. Returns how many of 1,500
/// could still be loaded.
pub(crate) fn format_with_changed_packs(packs: &[Vec<u8>]) -> usize {
    let mut random = Random(32);
    let mut loaded = 0;
    for round in 0..1_500 {
        let mut pack = packs[random.below(packs.len())].clone();
        for _ in 0..=random.below(3) {
            let (at, from) = (random.below(pack.len()), random.below(pack.len()));
            pack[at] = if random.below(2) == 0 { random.next() as u8 } else { pack[from] };
        }
        let bytes = random.bytes(300);
        let works = in_time(&format!("round {round}"), move || exercise(&pack, &mut Choices(&bytes)));
        loaded += usize::from(works);
    }
    loaded
}

//! What all outputs of a run hold already, as it stood when the run began.

use std::collections::BTreeSet;

use rapporteur_exporter::{Ledger, Sink};

use crate::batch::Held;

/// The label under which any document may stand.
const STDIN: &str = "-";

/// Documents that every output holds, by label with size and with hash.
pub struct Holding {
    sizes: BTreeSet<(String, u64)>,
    hashes: BTreeSet<(String, String)>,
}

impl Holding {
    /// What these outputs hold; nothing where there is none.
    pub fn of(sinks: &[Box<dyn Sink>]) -> Self {
        let ledgers: Vec<&Ledger> = sinks.iter().map(|sink| sink.ledger()).collect();
        let (mut sizes, mut hashes) = (BTreeSet::new(), BTreeSet::new());
        if let Some((first, others)) = ledgers.split_first() {
            for held in first.documents().filter(|held| held.current) {
                if others.iter().all(|ledger| ledger.holds(&held.path, &held.sha256)) {
                    sizes.insert((held.path.clone(), held.bytes));
                    hashes.insert((held.path.clone(), held.sha256.clone()));
                }
            }
        }
        Self { sizes, hashes }
    }
}

impl Held for Holding {
    fn may_hold(&self, label: &str, bytes: u64) -> bool {
        !self.sizes.is_empty() && (label == STDIN || self.sizes.contains(&(label.to_owned(), bytes)))
    }

    fn holds(&self, label: &str, sha256: &str) -> bool {
        self.hashes.contains(&(label.to_owned(), sha256.to_owned()))
    }
}

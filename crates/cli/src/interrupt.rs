//! Ctrl-C, heard: `interrupt::listen().came()`.
//!
//! The first one lets the documents in flight be finished and written; a second one ends the program at once, and
//! leaves what a kill would leave: whole documents.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// Whether somebody interrupted the program.
pub struct Interrupt(Arc<AtomicBool>);

/// Listens from now on. Where the system does not let us, an interrupt ends the program as it always would.
pub fn listen() -> Interrupt {
    let came = Arc::new(AtomicBool::new(false));
    let heard = Arc::clone(&came);
    let _ = ctrlc::set_handler(move || {
        if heard.swap(true, Ordering::SeqCst) {
            std::process::exit(130);
        }
    });
    Interrupt(came)
}

impl Interrupt {
    /// Did it come?
    pub fn came(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

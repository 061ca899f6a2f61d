//! Who may begin the next document: so many at once, so many bytes, and none after a stop.
//!
//! Workers take the inputs in their order, each with its number; the writer gives room back, in the same order. So
//! memory is bounded by the documents in flight, whatever the length of the batch, and the lowest document that is
//! not yet written is always one that a worker has.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use crate::input::Input;

/// Bytes of the inputs in flight; one larger document flies alone.
const BYTES: u64 = 8 << 20;

/// The inputs, and which of them are in flight.
pub struct Flow<'a> {
    inputs: &'a [Input],
    most: usize,
    state: Mutex<State>,
    room: Condvar,
}

#[derive(Default)]
struct State {
    next: usize,
    documents: usize,
    bytes: u64,
    stopped: bool,
}

impl<'a> Flow<'a> {
    /// Inputs, of which so many may be in flight.
    pub fn new(inputs: &'a [Input], most: usize) -> Self {
        Self { inputs, most, state: Mutex::new(State::default()), room: Condvar::new() }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // The state is sound between any two of its changes.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next input with its number, as soon as there is room; none at the end or after a stop.
    pub fn take(&self) -> Option<(usize, &'a Input)> {
        let mut state = self.state();
        loop {
            if state.stopped {
                return None;
            }
            let input = self.inputs.get(state.next)?;
            let fits = state.documents < self.most && state.bytes.saturating_add(input.bytes) <= BYTES;
            if fits || state.documents == 0 {
                let number = state.next;
                state.next += 1;
                state.documents += 1;
                state.bytes += input.bytes;
                return Some((number, input));
            }
            state = self.room.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Gives back the room of an input that has been written.
    pub fn done(&self, input: &Input) {
        let mut state = self.state();
        state.documents = state.documents.saturating_sub(1);
        state.bytes = state.bytes.saturating_sub(input.bytes);
        self.room.notify_all();
    }

    /// Lets nobody begin another document.
    pub fn stop(&self) {
        self.state().stopped = true;
        self.room.notify_all();
    }

    /// How many were begun.
    pub fn begun(&self) -> usize {
        self.state().next
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::Origin;

    /// How many can be taken before the first is done.
    fn taken(sizes: &[u64], most: usize) -> usize {
        let input = |&bytes: &u64| Input { label: String::new(), origin: Origin::Stdin, bytes };
        let inputs: Vec<Input> = sizes.iter().map(input).collect();
        let flow = Flow::new(&inputs, most);
        std::thread::scope(|scope| {
            let taker = scope.spawn(|| std::iter::from_fn(|| flow.take()).count());
            while !taker.is_finished() && flow.begun() < sizes.len() {
                let before = flow.begun();
                std::thread::sleep(std::time::Duration::from_millis(20));
                if before == flow.begun() {
                    break;
                }
            }
            flow.stop();
            taker.join().unwrap()
        })
    }

    #[test]
    fn documents_in_flight_are_bounded_and_one_always_flies() {
        assert_eq!(taken(&[1, 1, 1], 2), 2);
        assert_eq!(taken(&[1, 1, 1], 9), 3);
        assert_eq!(taken(&[BYTES * 2, 1], 9), 1);
        assert_eq!(taken(&[1, BYTES, 1], 9), 1);
        assert_eq!(taken(&[BYTES, 1], 9), 1);
    }

    #[test]
    fn what_is_done_gives_room_and_a_stop_ends_it() {
        let inputs: Vec<Input> =
            (0..5).map(|_| Input { label: String::new(), origin: Origin::Stdin, bytes: BYTES }).collect();
        let flow = Flow::new(&inputs, 1);
        for (number, input) in inputs.iter().enumerate().take(3) {
            assert_eq!(flow.take().map(|(number, _)| number), Some(number));
            flow.done(input);
        }
        flow.stop();
        assert!(flow.take().is_none());
        assert_eq!(flow.begun(), 3);
    }
}

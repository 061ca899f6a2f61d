//! `rapporteur stream`: a JSON line in, a JSON line out, in order and without end.
//!
//! ```text
//! in   {"path": "a", "text": "OTTAWA, May 3, 2019 – …", "issued": null, "country": "CA"}
//! out  {"schema_version": "1", "id": …, "source": {"path": "a", …}, …}
//! in   {"path": "b", "text": 7}
//! out  {"path": "b", "error": "invalid type: …"}
//! ```
//!
//! Every line that is not blank is answered by one line. A line that cannot be read is answered by an object with
//! its `path` (`line N` where even that cannot be read) and the `error`; the exit code stays 0, for the errors are
//! data. Lines are read ahead in a bounded window and answered as soon as they have been read, so memory does not
//! grow with their number and a reader who waits for each answer gets it.

use std::{
    io::{self, BufRead, Read as _, Write as _},
    process::ExitCode,
    sync::mpsc::{Receiver, sync_channel},
};

use anyhow::Context as _;
use rapporteur_exporter::record;
use rapporteur_normalizer::{Context, Lexicon};
use rapporteur_review::overrides::Overrides;
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use serde::{Deserialize, Serialize};

use crate::{
    arguments::Stream,
    batch::Batch,
    context,
    corrections::Corrections,
    intake::{self, Refusal},
    pipeline,
};

/// Lines of a window, for each job.
const LINES: usize = 16;
/// Bytes of a window's lines; one longer line is a window of its own.
const BYTES: usize = 16 << 20;

/// A line of the input.
#[derive(Deserialize)]
struct Request {
    path: String,
    text: String,
    issued: Option<String>,
    country: Option<String>,
}

/// The one field that is looked for in a line that is not sound otherwise.
#[derive(Deserialize)]
struct Label {
    path: String,
}

/// The answer to a line that cannot be read.
#[derive(Serialize)]
struct Fault<'a> {
    path: &'a str,
    error: &'a str,
}

/// A line as read, with its 1-based number.
struct Line {
    number: usize,
    /// `None` where it is longer than the limit.
    bytes: Option<Vec<u8>>,
}

/// Runs the command.
///
/// # Errors
/// Where standard input cannot be read or standard output cannot be written.
pub fn run(arguments: &Stream) -> anyhow::Result<ExitCode> {
    let overrides = Corrections::read(arguments.correcting.overrides.as_deref())?.overrides;
    let batch = Batch::new(&arguments.bounds, Context::default())?.with(overrides);
    let limit = batch.limit;
    let (sender, receiver) = sync_channel(batch.jobs * LINES / 2);
    // Not joined: after an error of the output it may wait for a line that never comes.
    std::thread::spawn(move || {
        let mut input = io::stdin().lock();
        for number in 1.. {
            let line = next_line(&mut input, limit).map(|found| found.map(|bytes| Line { number, bytes }));
            let last = !matches!(line, Ok(Some(_)));
            if sender.send(line.transpose()).is_err() || last {
                return;
            }
        }
    });
    let mut output = io::BufWriter::new(io::stdout().lock());
    while let Some(window) = next_window(&receiver, batch.jobs * LINES)? {
        let answers: Vec<Vec<u8>> = batch.pool.install(|| {
            window.par_iter().map(|line| answer(line, limit, Lexicon::embedded(), &batch.overrides)).collect()
        });
        for answer in answers {
            output.write_all(&answer).context("standard output")?;
        }
        output.flush().context("standard output")?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The answers to all lines of an input, one after the other: what [`run`] gives with one job.
///
/// # Errors
/// Where the input cannot be read.
pub fn answers(input: &mut impl BufRead, limit: u64, lexicon: &Lexicon) -> io::Result<Vec<u8>> {
    let mut answers = Vec::new();
    for number in 1.. {
        let Some(bytes) = next_line(input, limit)? else { break };
        answers.append(&mut answer(&Line { number, bytes }, limit, lexicon, &Overrides::default()));
    }
    Ok(answers)
}

/// The next line without its end; `None` at the end of the input, `Some(None)` for a line longer than `limit`.
#[expect(clippy::option_option, reason = "the end of the input and a line that is too long are two things")]
fn next_line(input: &mut impl BufRead, limit: u64) -> io::Result<Option<Option<Vec<u8>>>> {
    let mut bytes = Vec::new();
    input.by_ref().take(limit.saturating_add(1)).read_until(b'\n', &mut bytes)?;
    if bytes.is_empty() {
        return Ok(None);
    }
    if bytes.pop_if(|last| *last == b'\n').is_none() && bytes.len() as u64 > limit {
        input.skip_until(b'\n')?;
        return Ok(Some(None));
    }
    Ok(Some(Some(bytes)))
}

/// The next lines that are there, at least one, and no more than the bounds; `None` at the end.
fn next_window(lines: &Receiver<Option<io::Result<Line>>>, most: usize) -> anyhow::Result<Option<Vec<Line>>> {
    let mut window = Vec::new();
    let mut bytes = 0;
    let mut next = lines.recv().ok();
    while let Some(Some(line)) = next {
        let line = line.context("standard input")?;
        bytes += line.bytes.as_ref().map_or(0, Vec::len);
        window.push(line);
        if window.len() >= most || bytes >= BYTES {
            break;
        }
        next = lines.try_recv().ok();
    }
    Ok(if window.is_empty() { None } else { Some(window) })
}

/// The line that answers a line, its end included; nothing for a blank line.
fn answer(line: &Line, limit: u64, lexicon: &Lexicon, overrides: &Overrides) -> Vec<u8> {
    let Some(bytes) = &line.bytes else {
        return fault(
            &format!("line {}", line.number),
            &Refusal::TooLarge { bytes: None, limit }.to_string(),
        );
    };
    let bytes = if line.number == 1 { bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes) } else { bytes };
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Vec::new();
    }
    match read(bytes, lexicon, overrides) {
        Ok(record) => record,
        Err(message) => fault(&label(bytes).unwrap_or_else(|| format!("line {}", line.number)), &message),
    }
}

/// The label of a line that is not sound otherwise.
fn label(line: &[u8]) -> Option<String> {
    let line = String::from_utf8_lossy(line);
    let sound: Label = serde_json::from_str(&line).ok()?;
    line.trim_start().starts_with('{').then_some(sound.path)
}

/// The record of the document in a line, or what is wrong with the line.
fn read(line: &[u8], lexicon: &Lexicon, overrides: &Overrides) -> Result<Vec<u8>, String> {
    let line = std::str::from_utf8(line)
        .map_err(|error| format!("not UTF-8: a wrong byte at offset {}", error.valid_up_to()))?;
    // A list would be taken for a record with its fields in order.
    if !line.trim_start().starts_with('{') {
        return Err("not a JSON object".to_owned());
    }
    let request: Request = serde_json::from_str(line)
        .map_err(|error| error.to_string().replace(" at line 1 column ", " at byte "))?;
    let issued = request.issued.as_deref().map(context::issued).transpose();
    let country = request.country.as_deref().map(context::country).transpose();
    let context = Context {
        issued: issued.map_err(|error| format!("issued: {error}"))?,
        country: country.map_err(|error| format!("country: {error}"))?,
    };
    pipeline::contained(|| {
        let source = intake::source(&request.path, request.text.as_bytes())
            .map_err(|refusal| format!("text: {refusal}"))?;
        let document = pipeline::corrected(source, lexicon, &context, overrides);
        let mut answer = serde_json::to_vec(&record(&document)).map_err(|error| error.to_string())?;
        answer.push(b'\n');
        Ok(answer)
    })
    .unwrap_or_else(|message| Err(Refusal::Internal(message).to_string()))
}

fn fault(path: &str, error: &str) -> Vec<u8> {
    // Two strings always serialise.
    let mut answer = serde_json::to_vec(&Fault { path, error }).unwrap_or_default();
    answer.push(b'\n');
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_cut_at_their_ends_and_long_ones_skipped() {
        let mut input = io::Cursor::new(b"ab\n\nabcdef\nabcd\ncd");
        let mut told = Vec::new();
        while let Some(line) = next_line(&mut input, 4).unwrap() {
            told.push(line.map(|bytes| String::from_utf8(bytes).unwrap()));
        }
        let want = [Some("ab"), Some(""), None, Some("abcd"), Some("cd")];
        assert_eq!(told, want.map(|line| line.map(str::to_owned)));
    }

    #[test]
    fn every_line_that_is_not_blank_has_an_answer() {
        let input = b"\xEF\xBB\xBF{\"path\": \"a\", \"text\": \"Tides\"}\n \n{\"path\": \"b\"}\n[]";
        let told = answers(&mut io::Cursor::new(input), 99, Lexicon::embedded()).unwrap();
        let told: Vec<serde_json::Value> =
            told.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok()).collect();
        let paths: Vec<_> =
            told.iter().map(|one| one["path"].as_str().or(one["source"]["path"].as_str())).collect();
        assert_eq!(paths, [Some("a"), Some("b"), Some("line 4")]);
    }
}

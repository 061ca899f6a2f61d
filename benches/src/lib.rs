//! A corpus made of the fixtures, as large as is wished and the same for the same seed.
//!
//! ```text
//! cargo run --release -p rapporteur-benches --bin corpus -- documents FOLDER --mb 1024
//! ```
//!
//! [`Fixtures::document`] makes an ordinary document of 1 to 16 KB, [`Fixtures::long`] one of any length,
//! [`Fixtures::plan`] a work plan of any number of items. `speed/` measures how fast they are read, `peers.py` against other
//! libraries, `command.py` what the command needs from its start to its end.
//!
//! Invariant: what is made depends on the fixtures, the seed and the number, and on nothing else.

pub mod seeded;
mod vary;

use std::{fmt::Write as _, io, path::Path};

use seeded::Seeded;
use vary::vary;
use walkdir::WalkDir;

/// The seed where none is given.
pub const SEED: u64 = 1945;

/// Documents are of 1 KB, or twice, four times … as long, as often the one as the other.
const DOUBLINGS: usize = 5;

/// Areas of a chapter and actions of an area, in a made plan.
const AREAS: usize = 25;
const ACTIONS: usize = 20;

/// The papers from which others are made.
pub struct Fixtures {
    papers: Vec<Paper>,
    /// What provisions of plans say.
    provisions: Vec<String>,
}

struct Paper {
    genre: String,
    blocks: Vec<String>,
}

/// A document that was made.
pub struct Made {
    /// `0007/press_release-0007214.txt`: a folder holds a thousand.
    pub name: String,
    /// Its text.
    pub text: String,
}

impl Fixtures {
    /// The papers below a folder, `GENRE/SLUG.txt`.
    ///
    /// # Errors
    /// Where they cannot be read, or there is none.
    #[expect(clippy::disallowed_methods, reason = "a corpus is made of files")]
    pub fn read(folder: &Path) -> io::Result<Self> {
        let mut papers = Vec::new();
        for entry in WalkDir::new(folder).sort_by_file_name() {
            let path = entry?.into_path();
            if path.extension().is_none_or(|ending| ending != "txt") {
                continue;
            }
            let genre = path.parent().and_then(Path::file_name).unwrap_or_default();
            let text = std::fs::read_to_string(&path)?.replace("\r\n", "\n");
            let blocks = text.trim().split("\n\n").map(str::to_owned).collect();
            papers.push(Paper { genre: genre.to_string_lossy().into_owned(), blocks });
        }
        let provisions =
            papers.iter().filter(|paper| paper.genre == "work_plan").flat_map(provisions).collect();
        let made = Self { papers, provisions };
        if made.papers.is_empty() || made.provisions.is_empty() {
            return Err(io::Error::other(format!("no papers in {}", folder.display())));
        }
        Ok(made)
    }

    /// The papers of this checkout.
    ///
    /// # Errors
    /// As [`Fixtures::read`].
    pub fn of_the_checkout() -> io::Result<Self> {
        Self::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures"))
    }

    /// An ordinary document.
    pub fn document(&self, seed: u64, number: usize) -> Made {
        let mut seeded = Seeded::of(seed, number as u64);
        let at = seeded.below(self.papers.len());
        let paper = &self.papers[at];
        let length = 1024 << seeded.below(DOUBLINGS);
        // Head and foot are those of the paper; what comes in between comes from its siblings.
        let middle = paper.blocks.len() * 2 / 3;
        let mut blocks: Vec<String> =
            paper.blocks[..middle].iter().map(|one| vary(one, &mut seeded)).collect();
        let mut written: usize = paper.blocks.iter().map(String::len).sum();
        let siblings: Vec<&Paper> = self.papers.iter().filter(|one| one.genre == paper.genre).collect();
        while written < length {
            let sibling = &siblings[seeded.below(siblings.len())];
            let from = 1 + seeded.below(sibling.blocks.len().saturating_sub(1));
            for block in sibling.blocks.iter().skip(from).take(4) {
                written += block.len();
                blocks.push(vary(block, &mut seeded));
            }
        }
        blocks.extend(paper.blocks[middle..].iter().map(|one| vary(one, &mut seeded)));
        let name = format!("{:04}/{}-{number:07}.txt", number / 1000, paper.genre);
        Made { name, text: blocks.join("\n\n") + "\n" }
    }

    /// Ordinary documents, until they have as many bytes.
    pub fn documents(&self, seed: u64, bytes: usize) -> impl Iterator<Item = Made> {
        let mut left = bytes;
        (0..).map_while(move |number| {
            let made = (left > 0).then(|| self.document(seed, number))?;
            left = left.saturating_sub(made.text.len());
            Some(made)
        })
    }

    /// One document of as many bytes, or a block more: paragraphs of papers that are prose, under headings.
    pub fn long(&self, seed: u64, bytes: usize) -> String {
        let mut seeded = Seeded::new(seed);
        let prose = ["press_release", "news_article", "statement", "joint_statement", "speech", "treaty"];
        let papers: Vec<&Paper> =
            self.papers.iter().filter(|paper| prose.contains(&paper.genre.as_str())).collect();
        let mut text = "Report of the Commission on Harbours\n\n".to_owned();
        for chapter in 1.. {
            let _ = write!(text, "# Chapter {chapter}: Work of the year\n\n");
            for _ in 0..8 {
                let Some(paper) = seeded.pick(&papers) else { return text };
                for block in paper.blocks.iter().skip(1) {
                    if text.len() >= bytes {
                        return text;
                    }
                    text.push_str(&vary(block, &mut seeded));
                    text.push_str("\n\n");
                }
            }
        }
        text
    }

    /// A work plan of so many actions under areas and chapters, in rows with tabs.
    pub fn plan(&self, seed: u64, actions: usize) -> String {
        let mut seeded = Seeded::new(seed);
        let mut text = "Work Plan on Harbours and Tides\n\n".to_owned();
        let say = |seeded: &mut Seeded| {
            let said = seeded.pick(&self.provisions).map_or("", String::as_str);
            vary(said, seeded)
        };
        for number in 0..actions {
            let (area, action) = (number / ACTIONS, number % ACTIONS + 1);
            let (chapter, area) = (area / AREAS + 1, area % AREAS + 1);
            if area == 1 && action == 1 {
                let _ = write!(text, "\n{chapter}. Works of harbour {chapter}\n\n");
            }
            if action == 1 {
                let _ = writeln!(text, "{chapter}.{area}\tQuay {area}");
            }
            let _ = writeln!(text, "\t{chapter}.{area}.{action}\t{}", say(&mut seeded));
        }
        text
    }
}

/// What stands behind the numbers of a plan.
fn provisions(paper: &Paper) -> Vec<String> {
    let said = |line: &str| {
        let bare = line.trim_start_matches(|sign: char| sign.is_ascii_digit() || ". \t".contains(sign));
        let first = bare.split('\t').next().unwrap_or_default().trim();
        (bare.len() < line.trim_start().len() && first.len() > 30).then(|| first.to_owned())
    };
    paper.blocks.iter().flat_map(|block| block.lines()).filter_map(said).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_makes_the_same_corpus() {
        let fixtures = Fixtures::of_the_checkout().unwrap();
        let names_and_texts = |seed: u64| -> Vec<(String, String)> {
            fixtures.documents(seed, 200_000).map(|made| (made.name, made.text)).collect()
        };
        assert_eq!(names_and_texts(1), names_and_texts(1));
        assert_ne!(names_and_texts(1), names_and_texts(2));
        let documents = names_and_texts(1);
        // The seventh is the same whether or not the others are made.
        assert_eq!(fixtures.document(1, 7).text, documents[7].1);
        let bytes: usize = documents.iter().map(|(_, text)| text.len()).sum();
        assert!((200_000..240_000).contains(&bytes) && documents.len() > 20, "{bytes}");
    }

    #[test]
    fn lengths_and_numbers_are_those_asked_for() {
        let fixtures = Fixtures::of_the_checkout().unwrap();
        assert!((100_000..110_000).contains(&fixtures.long(1, 100_000).len()));
        let plan = fixtures.plan(1, 1_000);
        assert_eq!(plan.lines().filter(|line| line.starts_with('\t')).count(), 1_000);
        assert!(plan.contains("\n2. Works") && plan.contains("\t2.25.20\t"), "{plan}");
    }
}

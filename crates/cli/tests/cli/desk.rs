//! A folder of one's own in which to lay out files and run the program.

use std::{
    collections::BTreeMap,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use tempfile::TempDir;

/// A temporary folder; the program is run in it, so that labels are relative.
pub struct Desk {
    folder: TempDir,
}

/// What a run gave.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Desk {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Lays out a file, with the folders above it.
    pub fn lay(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    /// The program, ready to be run here.
    pub fn program(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
        command.args(arguments).current_dir(self.folder.path()).env_remove("NO_COLOR");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs the program with bytes on its standard input.
    pub fn feed(&self, arguments: &[&str], input: impl AsRef<[u8]>) -> Run {
        let mut child = self.program(arguments).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = input.as_ref();
        let output = std::thread::scope(|scope| {
            scope.spawn(move || {
                // A program that needs no input does not read it.
                let _ = stdin.write_all(input);
            });
            child.wait_with_output().unwrap()
        });
        Run {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    pub fn run(&self, arguments: &[&str]) -> Run {
        self.feed(arguments, "")
    }

    /// Every file below a folder, by its relative name.
    pub fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(&self.path(folder), &self.path(folder), &mut files);
        files
    }

    /// The documents that a JSON output holds, by `source.path`.
    pub fn documents(&self, folder: &str) -> BTreeMap<String, serde_json::Value> {
        let json = self.files(folder).into_iter().filter(|(name, _)| name.starts_with("json/"));
        json.map(|(_, bytes)| serde_json::from_slice::<serde_json::Value>(&bytes).unwrap())
            .map(|document| (document["source"]["path"].as_str().unwrap().to_owned(), document))
            .collect()
    }
}

impl Run {
    /// The lines of the summary below a heading such as `1 failed`.
    pub fn below(&self, heading: &str) -> Vec<&str> {
        let lines = self.out.lines().skip_while(|line| *line != heading).skip(1);
        lines.take_while(|line| line.starts_with("  ")).map(str::trim).collect()
    }
}

/// Adds the files below a folder; one that goes away meanwhile is none.
fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            collect(root, &path, files);
        } else if let Ok(bytes) = read(&path) {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            files.insert(name, bytes);
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "tests look at what was written")]
fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    fs::read(path)
}

/// A release that no one issued.
pub const RELEASE: &str = "Harbour ministers agree on tides\n\nSUVA, 4 March 2031 – The harbour ministers of six island \
states agreed today to share their tide tables.\n\n“We measured the sea together,” said Minister Ana Tavita.\n\n\
Fiji will give $3 million over two years.\n";

/// A plan that no one follows.
pub const PLAN: &str = "Work Plan on Lighthouses\n\n1. Lamps\n1.1 Replace the lamps of the outer reefs by 2032.\n1.3 \
Train keepers (phase one.\n2. Horns\n2.1 Test the horns twice a year.\n";

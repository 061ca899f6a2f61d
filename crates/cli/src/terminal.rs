//! Colour: on a terminal alone, unless asked for; `NO_COLOR` is honoured.

use std::io::IsTerminal;

use clap::ValueEnum;

/// When to use colour.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum ColorWhen {
    /// On a terminal, unless `NO_COLOR` is set or the terminal is dumb
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl ColorWhen {
    /// Should standard output have colour?
    #[expect(
        clippy::disallowed_methods,
        reason = "how a terminal is served is told by its environment alone"
    )]
    pub fn on_stdout(self) -> bool {
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto => {
                let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
                let dumb = std::env::var("TERM").is_ok_and(|term| term == "dumb");
                std::io::stdout().is_terminal() && !refused && !dumb
            }
        }
    }
}

/// Paints words, or leaves them as they are.
#[derive(Clone, Copy, Debug)]
pub struct Paint {
    /// Is there colour?
    pub on: bool,
}

impl Paint {
    /// Words that head something.
    pub fn strong(self, words: &str) -> String {
        self.with("1", words)
    }

    /// Words that stand back.
    pub fn faint(self, words: &str) -> String {
        self.with("2", words)
    }

    /// A value that was read.
    pub fn value(self, words: &str) -> String {
        self.with("36", words)
    }

    /// SGR `parameter` (ECMA-48) around words.
    fn with(self, parameter: &str, words: &str) -> String {
        if self.on { format!("\x1b[{parameter}m{words}\x1b[0m") } else { words.to_owned() }
    }
}

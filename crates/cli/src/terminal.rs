//! Colour: on a terminal alone, unless asked for; `NO_COLOR` is honoured.

use std::{ffi::OsString, io::IsTerminal};

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
    pub fn on_stdout(self) -> bool {
        self.decide(std::io::stdout().is_terminal(), std::env::var_os("NO_COLOR"), std::env::var_os("TERM"))
    }

    /// The choice on a terminal or elsewhere, with these values of `NO_COLOR` and `TERM`.
    fn decide(self, terminal: bool, no_color: Option<OsString>, term: Option<OsString>) -> bool {
        let refused = no_color.is_some_and(|value| !value.is_empty());
        let dumb = term.is_some_and(|term| term == "dumb");
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto => terminal && !refused && !dumb,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colour_is_for_terminals_that_want_it() {
        let auto = |terminal, no_color: Option<&str>, term: Option<&str>| {
            ColorWhen::Auto.decide(terminal, no_color.map(OsString::from), term.map(OsString::from))
        };
        assert!(auto(true, None, Some("xterm")) && auto(true, None, None) && auto(true, Some(""), None));
        assert!(!auto(true, Some("1"), None) && !auto(true, None, Some("dumb")) && !auto(false, None, None));
        let refused = || Some(OsString::from("1"));
        assert!(ColorWhen::Always.decide(false, refused(), None));
        assert!(!ColorWhen::Never.decide(true, None, None));
    }
}

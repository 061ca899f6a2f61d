//! `named_enum!`: an enum whose variants have a fixed name in the output, with its list and its look-up.
//!
//! The output contract fixes the spelling of every value; keeping it beside the variant and its meaning makes
//! one line an entry.

/// Declares an enum with, for each variant, the name that the output uses and the doc comment as its meaning.
#[macro_export]
macro_rules! named_enum {
    (
        $(#[$outer:meta])*
        pub enum $name:ident {
            $( $(#[doc = $doc:literal])+ $variant:ident = $text:literal, )+
        }
    ) => {
        $(#[$outer])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $name {
            $( $(#[doc = $doc])+ $variant, )+
        }

        impl $name {
            /// Every variant, in the order of declaration.
            pub const ALL: &'static [Self] = &[ $( Self::$variant ),+ ];

            /// The name in the output.
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $text ),+ }
            }

            /// What it means: the text of its doc comment.
            pub const fn meaning(self) -> &'static str {
                match self { $( Self::$variant => concat!($($doc, "\n"),+) ),+ }
            }

            /// The variant of that output name.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|variant| variant.as_str() == name)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

pub(crate) use named_enum;

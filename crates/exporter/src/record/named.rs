//! Values of a fixed list, written by their names: `"press_release"`.
//!
//! The names and their meanings stand beside the variants in the model; from them come the output, the `enum`s of
//! the JSON Schema, the `CHECK`s of the database and the constraints of the data package.

use std::borrow::Cow;

use rapporteur_model::{
    AliasReason, AmountKind, Basis, Code, CorrectionAction, CurrencyBasis, DateKind, DateMod, DateRole,
    EntityKind, FundingStatus, Genre, ItemKind, MentionBy, Qualifier, QuoteKind, SectionKind, Severity,
};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

/// An enum of the model whose variants have a name in the output.
pub trait NamedEnum: Copy + 'static {
    /// Name of the type in the JSON Schema.
    const NAME: &'static str;
    /// Every variant, in the order of declaration.
    const VARIANTS: &'static [Self];

    /// The variant's name in the output.
    fn name(self) -> &'static str;

    /// What the variant means, in lines.
    fn meaning(self) -> &'static str;
}

macro_rules! named {
    ($($model:ident as $name:literal,)+) => { $(
        impl NamedEnum for $model {
            const NAME: &'static str = $name;
            const VARIANTS: &'static [Self] = Self::ALL;

            fn name(self) -> &'static str {
                self.as_str()
            }

            fn meaning(self) -> &'static str {
                $model::meaning(self)
            }
        }
    )+ };
}

named! {
    AliasReason as "AliasReason",
    AmountKind as "AmountKind",
    Basis as "Basis",
    Code as "DiagnosticCode",
    CorrectionAction as "OverrideAction",
    CurrencyBasis as "CurrencyBasis",
    DateKind as "DateKind",
    DateMod as "DateMod",
    DateRole as "DateRole",
    EntityKind as "EntityKind",
    FundingStatus as "FundingStatus",
    Genre as "Genre",
    ItemKind as "ItemKind",
    MentionBy as "MentionBy",
    Qualifier as "Qualifier",
    QuoteKind as "QuoteKind",
    SectionKind as "SectionKind",
    Severity as "Severity",
}

/// A variant that is written by its name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Named<T>(pub T);

impl<T: NamedEnum> Serialize for Named<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.name())
    }
}

impl<T: NamedEnum> JsonSchema for Named<T> {
    fn schema_name() -> Cow<'static, str> {
        T::NAME.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let variants: Vec<serde_json::Value> = T::VARIANTS
            .iter()
            .map(|variant| {
                let meaning: Vec<&str> = variant.meaning().lines().map(str::trim).collect();
                serde_json::json!({ "const": variant.name(), "description": meaning.join("\n").trim() })
            })
            .collect();
        json_schema!({ "type": "string", "oneOf": variants })
    }
}

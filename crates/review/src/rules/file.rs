//! The file of rules, read strictly: every key is known, and every name in it.
//!
//! `rapporteur.toml:3: unknown key "igonre"; did you mean "ignore"?`

use std::ops::Range;

use rapporteur_model::{Code, Genre, Severity};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::assertion::{Assertion, Claim};
use super::{Rules, Tolerance};
use crate::fact::Kind;

/// Why a file of rules cannot be used.
#[derive(thiserror::Error, PartialEq, Eq, Debug)]
#[error("{line}: {reason}")]
pub struct RulesError {
    /// The line, from 1.
    pub line: usize,
    /// Why, in words.
    pub reason: String,
}

const TOP: &[&str] = &["assert", "baseline", "ignore", "overrides", "tolerance"];
const IGNORE: &[&str] = &["fields", "findings", "kinds"];
const ASSERT: &[&str] = &["coverage", "dated", "documents", "genre", "message", "no_finding", "unknown"];
const BOUNDS: &[&str] = &["max", "min"];

type Value<'a> = Spanned<DeValue<'a>>;

/// The rules of a file.
///
/// # Errors
/// Where it is no TOML, or has something in it that is not known.
pub fn parse(text: &str) -> Result<Rules, RulesError> {
    let file = File { text };
    let table = DeTable::parse(text)
        .map_err(|error| file.error(error.span().unwrap_or_default(), error.message().to_owned()))?;
    let table = table.get_ref();
    file.known(table, TOP)?;
    let mut rules = Rules::default();
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "baseline" => rules.baseline = Some(file.string(value)?.to_owned()),
            "overrides" => rules.overrides = Some(file.string(value)?.to_owned()),
            "ignore" => file.ignore(file.table(value)?, &mut rules)?,
            "tolerance" => file.tolerance(file.table(value)?, &mut rules)?,
            _ => {
                for one in file.list(value)? {
                    file.assertion(one.span(), file.table(one)?, &mut rules)?;
                }
            }
        }
    }
    Ok(rules)
}

struct File<'a> {
    text: &'a str,
}

impl File<'_> {
    fn error(&self, span: Range<usize>, reason: String) -> RulesError {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        RulesError { line: before.bytes().filter(|byte| *byte == b'\n').count() + 1, reason }
    }

    /// Are all keys of a table among these?
    fn known(&self, table: &DeTable<'_>, keys: &[&str]) -> Result<(), RulesError> {
        let mut unknown: Vec<_> =
            table.keys().filter(|key| !keys.contains(&key.get_ref().as_ref())).collect();
        unknown.sort_by_key(|key| key.span().start);
        match unknown.first() {
            Some(key) => Err(self.error(key.span(), unknown_name("key", key.get_ref(), keys))),
            None => Ok(()),
        }
    }

    fn string<'v>(&self, value: &'v Value<'_>) -> Result<&'v str, RulesError> {
        match value.get_ref() {
            DeValue::String(text) => Ok(text),
            _ => Err(self.error(value.span(), "a text in quotation marks is wanted here".to_owned())),
        }
    }

    fn table<'v, 'i>(&self, value: &'v Value<'i>) -> Result<&'v DeTable<'i>, RulesError> {
        match value.get_ref() {
            DeValue::Table(table) => Ok(table),
            _ => Err(self.error(value.span(), "a table is wanted here".to_owned())),
        }
    }

    fn list<'v, 'i>(&self, value: &'v Value<'i>) -> Result<Vec<&'v Value<'i>>, RulesError> {
        match value.get_ref() {
            DeValue::Array(values) => Ok(values.iter().collect()),
            _ => {
                Err(self
                    .error(value.span(), "a list is wanted here, or [[assert]] for assertions".to_owned()))
            }
        }
    }

    fn count(&self, value: &Value<'_>) -> Result<usize, RulesError> {
        match value.get_ref() {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse().ok(),
            _ => None,
        }
        .ok_or_else(|| self.error(value.span(), "a whole number of 0 or more is wanted here".to_owned()))
    }

    fn share(&self, value: &Value<'_>) -> Result<f64, RulesError> {
        let number = match value.get_ref() {
            DeValue::Integer(number) => number.as_str().parse().ok(),
            DeValue::Float(number) => number.as_str().parse::<f64>().ok(),
            _ => None,
        };
        number
            .filter(|share| (0.0..=1.0).contains(share))
            .ok_or_else(|| self.error(value.span(), "a share from 0 to 1 is wanted here".to_owned()))
    }

    fn kind(&self, span: Range<usize>, name: &str) -> Result<Kind, RulesError> {
        Kind::from_name(name)
            .ok_or_else(|| self.error(span, unknown_name("kind", name, &names(Kind::ALL, Kind::as_str))))
    }

    /// `amount.value`.
    fn field(&self, span: Range<usize>, name: &str) -> Result<(Kind, String), RulesError> {
        let Some((kind, field)) = name.split_once('.') else {
            let reason =
                format!("\"{name}\" is no field: a kind and a field are wanted, as in \"amount.value\"");
            return Err(self.error(span, reason));
        };
        let kind = self.kind(span.clone(), kind)?;
        if kind.fields().contains(&field) {
            return Ok((kind, field.to_owned()));
        }
        Err(self.error(span, unknown_name(&format!("field of {kind}"), field, kind.fields())))
    }

    fn ignore(&self, table: &DeTable<'_>, rules: &mut Rules) -> Result<(), RulesError> {
        self.known(table, IGNORE)?;
        for (key, value) in table {
            for one in self.list(value)? {
                let name = self.string(one)?;
                match key.get_ref().as_ref() {
                    "kinds" => _ = rules.kinds.insert(self.kind(one.span(), name)?),
                    "fields" => _ = rules.fields.insert(self.field(one.span(), name)?),
                    _ => {
                        if Code::from_name(name).is_none() {
                            let known = names(Code::ALL, Code::as_str);
                            return Err(self.error(one.span(), unknown_name("finding", name, &known)));
                        }
                        rules.findings.insert(name.to_owned());
                    }
                }
            }
        }
        Ok(())
    }

    fn tolerance(&self, table: &DeTable<'_>, rules: &mut Rules) -> Result<(), RulesError> {
        for (key, value) in table {
            // `amount.value = …` without quotation marks is a table in a table.
            if let DeValue::Table(fields) = value.get_ref() {
                for (field, value) in fields {
                    self.bound(key.span(), &format!("{}.{}", key.get_ref(), field.get_ref()), value, rules)?;
                }
            } else {
                self.bound(key.span(), key.get_ref(), value, rules)?;
            }
        }
        Ok(())
    }

    fn bound(
        &self,
        span: Range<usize>,
        name: &str,
        value: &Value<'_>,
        rules: &mut Rules,
    ) -> Result<(), RulesError> {
        let field = self.field(span, name)?;
        let tolerance = match value.get_ref() {
            DeValue::String(text) => Tolerance::parse(text),
            DeValue::Integer(number) => Tolerance::parse(number.as_str()),
            DeValue::Float(number) => Tolerance::parse(number.as_str()),
            _ => None,
        };
        let wanted = || "a tolerance is wanted here: 1000, \"0.5 %\" or \"2 days\"".to_owned();
        let tolerance = tolerance.ok_or_else(|| self.error(value.span(), wanted()))?;
        rules.tolerances.insert(field, tolerance);
        Ok(())
    }

    fn assertion(
        &self,
        span: Range<usize>,
        table: &DeTable<'_>,
        rules: &mut Rules,
    ) -> Result<(), RulesError> {
        self.known(table, ASSERT)?;
        let text =
            |key: &str| table.get(key).map(|value| self.string(value).map(|text| (value.span(), text)));
        let genre = match text("genre").transpose()? {
            None => None,
            Some((span, name)) => Some(Genre::from_name(name).ok_or_else(|| {
                self.error(span, unknown_name("genre", name, &names(Genre::ALL, Genre::as_str)))
            })?),
        };
        let message = text("message").transpose()?.map(|(_, text)| text.to_owned());
        let before = rules.assertions.len();
        for (key, value) in table {
            let claim = match key.get_ref().as_ref() {
                "documents" => self.documents(value)?,
                "dated" => Claim::Dated(self.share(value)?),
                "coverage" => Claim::Coverage(self.share(value)?),
                "unknown" => Claim::Unknown(self.count(value)?),
                "no_finding" => {
                    let name = self.string(value)?;
                    match (Severity::from_name(name), Code::from_name(name)) {
                        (Some(severity), _) => Claim::NoSeverity(severity),
                        (None, Some(code)) => Claim::NoFinding(code),
                        (None, None) => {
                            let mut known = names(Code::ALL, Code::as_str);
                            known.extend(names(Severity::ALL, Severity::as_str));
                            let reason = unknown_name("finding or severity", name, &known);
                            return Err(self.error(value.span(), reason));
                        }
                    }
                }
                _ => continue,
            };
            rules.assertions.push(Assertion { genre, claim, message: message.clone() });
        }
        if rules.assertions.len() == before {
            return Err(self.error(
                span,
                "an assertion asserts something: documents, dated, no_finding, unknown or coverage"
                    .to_owned(),
            ));
        }
        Ok(())
    }

    fn documents(&self, value: &Value<'_>) -> Result<Claim, RulesError> {
        let DeValue::Table(bounds) = value.get_ref() else {
            let count = self.count(value)?;
            return Ok(Claim::Documents(Some(count), Some(count)));
        };
        self.known(bounds, BOUNDS)?;
        let bound = |key: &str| bounds.get(key).map(|value| self.count(value)).transpose();
        let (least, most) = (bound("min")?, bound("max")?);
        if least.is_none() && most.is_none() {
            return Err(self.error(value.span(), "min, max or both are wanted here".to_owned()));
        }
        Ok(Claim::Documents(least, most))
    }
}

fn names<T: Copy>(all: &[T], name: impl Fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|one| name(*one)).collect()
}

/// What is wrong with a name, and the nearest that is known.
fn unknown_name(what: &str, name: &str, known: &[&str]) -> String {
    let nearest = known.iter().min_by_key(|one| strsim::damerau_levenshtein(one, name));
    let hint = nearest.map(|one| format!("; did you mean \"{one}\"?")).unwrap_or_default();
    format!("unknown {what} \"{name}\"{hint}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_told_with_its_line_and_the_nearest() {
        for (text, want) in [
            ("\nbasline = \"x\"", "2: unknown key \"basline\"; did you mean \"baseline\"?"),
            ("[ignore]\nfeilds = []", "2: unknown key \"feilds\"; did you mean \"fields\"?"),
            ("[ignore]\nkinds = [\n\"ammount\"]", "3: unknown kind \"ammount\"; did you mean \"amount\"?"),
            (
                "[ignore]\nfields = [\"amount.valu\"]",
                "2: unknown field of amount \"valu\"; did you mean \"value\"?",
            ),
            (
                "[ignore]\nfields = [\"value\"]",
                "2: \"value\" is no field: a kind and a field are wanted, as in \"amount.value\"",
            ),
            (
                "[ignore]\nfindings = [\"ocr-debri\"]",
                "2: unknown finding \"ocr-debri\"; did you mean \"ocr-debris\"?",
            ),
            (
                "[tolerance]\n\"amount.value\" = \"some\"",
                "2: a tolerance is wanted here: 1000, \"0.5 %\" or \"2 days\"",
            ),
            (
                "[[assert]]\ngenre = \"treatie\"\ndated = 1",
                "2: unknown genre \"treatie\"; did you mean \"treaty\"?",
            ),
            ("[[assert]]\ndated = 95", "2: a share from 0 to 1 is wanted here"),
            ("[[assert]]\ndocuments = { mni = 1 }", "2: unknown key \"mni\"; did you mean \"min\"?"),
            (
                "[[assert]]\nno_finding = \"eror\"",
                "2: unknown finding or severity \"eror\"; did you mean \"error\"?",
            ),
            ("baseline = 7", "1: a text in quotation marks is wanted here"),
            ("[ignore\n", "1: unclosed table, expected `]`"),
        ] {
            assert_eq!(parse(text).unwrap_err().to_string(), want, "{text}");
        }
        let bare = parse("\n[[assert]]\nmessage = \"m\"").unwrap_err();
        assert!(bare.reason.starts_with("an assertion asserts something"), "{bare}");
    }

    #[test]
    fn rules_are_what_the_file_says() {
        let rules = parse(
            "baseline = \"b\"\n[ignore]\nkinds = [\"passage\"]\n[tolerance]\namount.value = 5\n\
             [[assert]]\ndocuments = 3\ncoverage = 1.0\nmessage = \"all of it\"\n",
        )
        .unwrap();
        assert_eq!(rules.baseline.as_deref(), Some("b"));
        assert!(rules.tolerates(Kind::Amount, "value", "10", "15"));
        assert!(!rules.tolerates(Kind::Amount, "value", "10", "16"));
        let claims: Vec<&Claim> = rules.assertions.iter().map(|one| &one.claim).collect();
        assert_eq!(claims, [&Claim::Coverage(1.0), &Claim::Documents(Some(3), Some(3))]);
    }
}

//! Values read from the text: dates, amounts, funding lines, and the document's own date.

use rust_decimal::Decimal;

use crate::{EntityId, Location, Span, names::named_enum};

/// Number of a date in its document, from 1: `d1`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct DateId(pub usize);

/// Number of an amount in its document, from 1: `a1`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct AmountId(pub usize);

/// Number of a funding line in its document, from 1: `f1`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FundingId(pub usize);

macro_rules! numbered_id {
    ($name:ident, $letter:literal) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!($letter, "{}"), self.0)
            }
        }
    };
}

numbered_id!(DateId, "d");
numbered_id!(AmountId, "a");
numbered_id!(FundingId, "f");

named_enum! {
    /// What a date expression names.
    pub enum DateKind {
        /// A day, month, year, season or decade.
        Date = "date",
        /// A stretch with two ends.
        Interval = "interval",
        /// A length of time.
        Duration = "duration",
        /// A recurrence.
        Set = "set",
    }
}

named_enum! {
    /// What a word beside the expression makes of it.
    pub enum DateMod {
        /// Early, the beginning of.
        Start = "start",
        /// Middle of.
        Mid = "mid",
        /// Late, the end of.
        End = "end",
        /// Circa, about.
        Approx = "approx",
        /// Earlier than.
        Before = "before",
        /// Later than.
        After = "after",
        /// From then until now.
        Since = "since",
        /// Up to then.
        Until = "until",
        /// Not later than.
        By = "by",
    }
}

named_enum! {
    /// How a date's value was found.
    pub enum Basis {
        /// The words give it whole.
        Explicit = "explicit",
        /// Computed from another date of the document.
        Anchored = "anchored",
        /// A year that is not given was reasoned out.
        Inferred = "inferred",
    }
}

named_enum! {
    /// What a date is to the document.
    pub enum DateRole {
        /// The date of issue.
        Issued = "issued",
        /// When something happened or will happen.
        Event = "event",
        /// By when something is due.
        Deadline = "deadline",
        /// A stretch over which something holds.
        Period = "period",
        /// When a copy was taken.
        Retrieved = "retrieved",
        /// When the page was changed.
        Modified = "modified",
        /// Part of a name.
        InName = "in_name",
        /// Anything else.
        Other = "other",
    }
}

/// A date expression.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Date {
    /// Its id.
    pub id: DateId,
    /// The bare expression: "2000" of "Since 2000".
    pub at: Location,
    /// EDTF level 1 (ISO 8601-2:2019); an ISO 8601 duration or recurrence for those kinds; `None` where a
    /// recurrence has no such form.
    pub edtf: Option<String>,
    /// Earliest and latest day that it can mean (ISO 8601); `None` at an end that is open or not known.
    pub bounds: (Option<String>, Option<String>),
    /// What it names.
    pub kind: DateKind,
    /// What a word beside it makes of it.
    pub modifier: Option<DateMod>,
    /// How its value was found.
    pub basis: Basis,
    /// The date that it was computed from.
    pub anchor: Option<DateId>,
    /// What it is to the document.
    pub role: DateRole,
}

/// The date of issue.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Issued {
    /// EDTF level 1.
    pub edtf: String,
    /// How it was found.
    pub basis: Basis,
    /// The date that says it; `None` where it was given from outside.
    pub date: Option<DateId>,
}

/// A dateline.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dateline {
    /// The place, as printed.
    pub place: Option<String>,
    /// The date.
    pub date: Option<DateId>,
    /// From the place or date to the dash.
    pub span: Span,
}

named_enum! {
    /// What an amount counts.
    pub enum AmountKind {
        /// Money.
        Money = "money",
        /// A percentage.
        Percent = "percent",
        /// A number of things.
        Count = "count",
    }
}

named_enum! {
    /// How a currency was found.
    pub enum CurrencyBasis {
        /// A code, a name or a national symbol (`CAD$`, `euros`).
        Explicit = "explicit",
        /// A symbol that means one currency (`€`).
        Symbol = "symbol",
        /// Reasoned out from the issuer's country or the rest of the document.
        Inferred = "inferred",
    }
}

named_enum! {
    /// What a word beside an amount makes of it.
    pub enum Qualifier {
        /// About.
        Approx = "approx",
        /// At least.
        AtLeast = "at_least",
        /// At most, up to.
        AtMost = "at_most",
        /// More than.
        Over = "over",
        /// Less than.
        Under = "under",
        /// Nearly, almost.
        Nearly = "nearly",
    }
}

/// An amount.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Amount {
    /// Its id.
    pub id: AmountId,
    /// Number and unit, qualifier outside.
    pub at: Location,
    /// What it counts.
    pub kind: AmountKind,
    /// The figure, exact, in major units; the lower end of a range.
    pub value: Decimal,
    /// The upper end of a range.
    pub value_max: Option<Decimal>,
    /// ISO 4217 code, of money.
    pub currency: Option<String>,
    /// How the currency was found.
    pub currency_basis: Option<CurrencyBasis>,
    /// All currencies that the form can mean where it means several (a bare `$`), ISO 4217, in order of code.
    pub currency_candidates: Vec<String>,
    /// What a word beside it makes of it.
    pub qualifier: Option<Qualifier>,
    /// What is counted, of a count.
    pub unit: Option<String>,
    /// What it is paid or counted for each of: `year`, `child`, `tonne`.
    pub per: Option<String>,
    /// The time that it is spread over: ISO 8601 (`P5Y`) or an EDTF interval (`2019/2022`).
    pub period: Option<String>,
    /// What the amount is for, in a word: `total`, `part`, `funding`.
    pub role: Option<String>,
}

named_enum! {
    /// How far the giving has come, in the words of the text; in brackets the IATI transaction type.
    pub enum FundingStatus {
        /// Promised or announced as an intention (12, outgoing pledge).
        Pledge = "pledge",
        /// Firmly promised: committed, approved, signed, allocated, awarded (2, outgoing commitment).
        Commitment = "commitment",
        /// Paid out to a recipient (3, disbursement).
        Disbursement = "disbursement",
        /// Spent on goods and services (4, expenditure).
        Expenditure = "expenditure",
        /// Had from a giver (1, incoming funds).
        Receipt = "receipt",
    }
}

/// Where a funding line stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FundingPlace {
    /// In a section: its index.
    Section(usize),
    /// In a provision: its index.
    Item(usize),
}

/// A funding line: money for a project or purpose.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Funding {
    /// Its id.
    pub id: FundingId,
    /// The project or purpose.
    pub title: Option<String>,
    /// The money.
    pub amount: AmountId,
    /// Who gives.
    pub donor: Option<EntityId>,
    /// Who receives.
    pub recipient: Option<EntityId>,
    /// How far the giving has come, where the words say it.
    pub status: Option<FundingStatus>,
    /// Where it stands in the outline.
    pub place: FundingPlace,
    /// The sentence or heading that says it.
    pub at: Location,
    /// The total that it is a part of.
    pub part_of: Option<FundingId>,
}

//! The views, which answer what people ask most: `SELECT * FROM funding_by_project WHERE donor_name = 'Canada'`.
//!
//! One query serves every dialect: plain joins, no function beyond `coalesce`, columns named once. Nothing is summed
//! here, for a sum of decimals is exact in one database and a float in another.

/// A view.
#[derive(Debug)]
pub struct View {
    /// Its name.
    pub name: &'static str,
    /// What it answers.
    pub about: &'static str,
    /// Its columns in order: name, and what it holds.
    pub columns: &'static [(&'static str, &'static str)],
    /// The query.
    pub query: &'static str,
}

/// All views.
pub static VIEWS: &[View] = &[FUNDING_BY_PROJECT, ACTIONS_BY_AREA, WHO_SAID_WHAT, ENTITY_TIMELINE];

const FUNDING_BY_PROJECT: View = View {
    name: "funding_by_project",
    about: "Who gives how much to what: a row a funding line, the project or purpose first.",
    columns: &[
        ("project", "The project or purpose."),
        ("amount", "The amount as printed."),
        ("value", "The figure, exact, in major units."),
        ("value_max", "The upper end of a range."),
        ("currency", "ISO 4217 code."),
        ("currency_basis", "How the currency was found."),
        ("qualifier", "What a word beside the amount makes of it."),
        ("donor", "Who gives, by id."),
        ("donor_name", "Who gives, by name."),
        ("recipient", "Who receives, by id."),
        ("recipient_name", "Who receives, by name."),
        ("status", "How far the giving has come."),
        ("part_of", "The total that it is a part of; leave rows with one out of a sum of totals."),
        ("issued", "When the document was issued, EDTF."),
        ("path", "The document's path."),
        ("document_id", "The document."),
        ("funding", "The funding line."),
        ("start", "First code point of the words that say it."),
        ("end", "One past their last code point."),
    ],
    query: "
SELECT f.title, a.text, a.value, a.value_max, a.currency, a.currency_basis, a.qualifier, f.donor, donor.name,
  f.recipient, recipient.name, f.status, f.part_of, d.issued, d.path, f.document_id, f.id, f.start, f.\"end\"
FROM funding f
JOIN documents d ON d.id = f.document_id
JOIN amounts a ON a.document_id = f.document_id AND a.id = f.amount
LEFT JOIN entities donor ON donor.document_id = f.document_id AND donor.id = f.donor
LEFT JOIN entities recipient ON recipient.document_id = f.document_id AND recipient.id = f.recipient",
};

const ACTIONS_BY_AREA: View = View {
    name: "actions_by_area",
    about: "What is to be done under which heading of a plan: a row an action, sub-action or activity.",
    columns: &[
        ("framework", "The framework above it."),
        ("theme", "The theme above it."),
        ("area", "The area or topic above it; of several the nearest."),
        ("action", "The whole provision."),
        ("kind", "action, sub_action or activity."),
        ("number", "Its number as printed."),
        ("ref", "Its ref."),
        ("issued", "When the document was issued, EDTF."),
        ("path", "The document's path."),
        ("document_id", "The document."),
        ("ordinal", "Its place in reading order."),
        ("start", "First code point."),
        ("end", "One past the last code point of its first span."),
    ],
    query: "
SELECT
  CASE 'framework' WHEN p1.kind THEN p1.title WHEN p2.kind THEN p2.title WHEN p3.kind THEN p3.title
    WHEN p4.kind THEN p4.title END,
  CASE 'theme' WHEN p1.kind THEN p1.title WHEN p2.kind THEN p2.title WHEN p3.kind THEN p3.title
    WHEN p4.kind THEN p4.title END,
  CASE WHEN p1.kind IN ('area', 'topic') THEN p1.title WHEN p2.kind IN ('area', 'topic') THEN p2.title
    WHEN p3.kind IN ('area', 'topic') THEN p3.title WHEN p4.kind IN ('area', 'topic') THEN p4.title END,
  i.text, i.kind, i.number, i.ref, d.issued, d.path, i.document_id, i.ordinal, i.start, i.\"end\"
FROM items i
JOIN documents d ON d.id = i.document_id
LEFT JOIN items p1 ON p1.document_id = i.document_id AND p1.ref = i.parent
LEFT JOIN items p2 ON p2.document_id = p1.document_id AND p2.ref = p1.parent
LEFT JOIN items p3 ON p3.document_id = p2.document_id AND p3.ref = p2.parent
LEFT JOIN items p4 ON p4.document_id = p3.document_id AND p4.ref = p3.parent
WHERE i.kind IN ('action', 'sub_action', 'activity')",
};

const WHO_SAID_WHAT: View = View {
    name: "who_said_what",
    about: "Quotations with their speakers: a row a quotation that is somebody's words.",
    columns: &[
        ("speaker_name", "The speaker's name."),
        ("speaker_role", "A role of the speaker in this document, the first that it tells."),
        ("said", "The words, without quotation marks."),
        ("cue", "The verb."),
        ("speaker", "The speaker, by id."),
        ("speaker_kind", "What the speaker is."),
        ("speaker_text", "The words that name the speaker there."),
        ("issued", "When the document was issued, EDTF."),
        ("path", "The document's path."),
        ("document_id", "The document."),
        ("quote", "The quotation."),
        ("start", "First code point, quotation mark included."),
        ("end", "One past the last code point of its first span."),
    ],
    query: "
SELECT e.name,
  (SELECT r.title FROM roles r WHERE r.document_id = q.document_id AND r.entity = q.speaker
    ORDER BY r.ordinal LIMIT 1),
  q.text, q.cue, q.speaker, e.kind, q.speaker_text, d.issued, d.path, q.document_id, q.id, q.start, q.\"end\"
FROM quotes q
JOIN documents d ON d.id = q.document_id
LEFT JOIN entities e ON e.document_id = q.document_id AND e.id = q.speaker
WHERE q.kind = 'direct'",
};

const ENTITY_TIMELINE: View = View {
    name: "entity_timeline",
    about: "When things happened around a name: the dates that stand in one provision, paragraph, entry or cell with a \
            mention of it, and the date of issue of every document that names it.",
    columns: &[
        ("entity", "The name, by id."),
        ("name", "The name."),
        ("earliest", "Earliest day that the date can mean."),
        ("latest", "Latest day that it can mean."),
        ("edtf", "The date, EDTF level 1."),
        ("role", "What the date is to the document."),
        ("words", "The words around both; null for a date of issue that stands elsewhere."),
        ("path", "The document's path."),
        ("document_id", "The document."),
        ("date", "The date."),
    ],
    query: "
SELECT e.id, e.name, t.earliest, t.latest, t.edtf, t.role, coalesce(i.text, i.title), d.path, e.document_id, t.id
FROM entities e
JOIN documents d ON d.id = e.document_id
JOIN mentions m ON m.document_id = e.document_id AND m.entity = e.id
JOIN item_spans s ON s.document_id = m.document_id AND s.start <= m.start AND s.\"end\" >= m.\"end\"
JOIN items i ON i.document_id = s.document_id AND i.ref = s.item
JOIN dates t ON t.document_id = s.document_id AND s.start <= t.start AND s.\"end\" >= t.\"end\"
UNION
SELECT e.id, e.name, t.earliest, t.latest, t.edtf, t.role, b.text, d.path, e.document_id, t.id
FROM entities e
JOIN documents d ON d.id = e.document_id
JOIN mentions m ON m.document_id = e.document_id AND m.entity = e.id
JOIN section_block_spans s ON s.document_id = m.document_id AND s.start <= m.start AND s.\"end\" >= m.\"end\"
JOIN section_blocks b ON b.document_id = s.document_id AND b.id = s.block
  AND b.kind IN ('paragraph', 'entry', 'cell')
JOIN dates t ON t.document_id = s.document_id AND s.start <= t.start AND s.\"end\" >= t.\"end\"
UNION
SELECT e.id, e.name, t.earliest, t.latest, t.edtf, t.role, NULL, d.path, e.document_id, t.id
FROM entities e
JOIN documents d ON d.id = e.document_id
JOIN dates t ON t.document_id = d.id AND t.id = d.issued_date",
};

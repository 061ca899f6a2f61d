-- Tables of rapporteur for SQLite, version 2.
-- Every "start" and "end" counts Unicode code points of documents.text from 0:
-- substr(text, start + 1, "end" - start) gives what stood there.

-- A source document, with its text.
CREATE TABLE "documents" (
  -- The same as `id`, so that every table can be joined by `USING (document_id)`.
  "document_id" TEXT NOT NULL,
  -- Stable id, derived from the source bytes alone.
  "id" TEXT NOT NULL,
  -- The path or label under which it was given.
  "path" TEXT NOT NULL,
  -- SHA-256 of the bytes as read, in lower-case hexadecimal digits.
  "sha256" TEXT NOT NULL,
  -- Number of bytes as read.
  "bytes" INTEGER NOT NULL,
  -- Number of Unicode code points of the text.
  "chars" INTEGER NOT NULL,
  -- Name of the encoding in the WHATWG Encoding Standard, lower case.
  "encoding" TEXT NOT NULL,
  -- Media type.
  "media_type" TEXT NOT NULL,
  -- What kind of paper it is.
  "genre" TEXT NOT NULL CHECK ("genre" IN ('press_release', 'backgrounder', 'media_advisory', 'statement', 'joint_statement', 'speech', 'interview', 'news_article', 'resolution', 'treaty', 'work_plan', 'plan_overview', 'web_page', 'other')),
  -- The next best genre.
  "genre_runner_up" TEXT CHECK ("genre_runner_up" IN ('press_release', 'backgrounder', 'media_advisory', 'statement', 'joint_statement', 'speech', 'interview', 'news_article', 'resolution', 'treaty', 'work_plan', 'plan_overview', 'web_page', 'other')),
  -- Language of the main text, BCP 47.
  "language" TEXT NOT NULL,
  -- The document's own title.
  "title" TEXT,
  -- First code point of the title.
  "title_start" INTEGER,
  -- One past its last code point.
  "title_end" INTEGER,
  -- When it was issued, EDTF level 1.
  "issued" TEXT,
  -- How the date of issue was found.
  "issued_basis" TEXT CHECK ("issued_basis" IN ('explicit', 'anchored', 'inferred')),
  -- The date that says when it was issued.
  "issued_date" TEXT,
  -- The place of the dateline, as printed.
  "dateline_place" TEXT,
  -- The date of the dateline.
  "dateline_date" TEXT,
  -- First code point of the dateline.
  "dateline_start" INTEGER,
  -- One past its last code point.
  "dateline_end" INTEGER,
  -- The body that issued it.
  "issuer" TEXT,
  -- The decoded source text. Every `start` and `end` counts its Unicode code points from 0.
  "text" TEXT NOT NULL,
  -- 0.
  "start" INTEGER NOT NULL,
  -- Number of code points of the text.
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("id", "issued_date") REFERENCES "dates" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("id", "dateline_date") REFERENCES "dates" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("id", "issuer") REFERENCES "entities" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "documents_by_path" ON "documents" ("path");
CREATE INDEX "documents_by_genre" ON "documents" ("genre");
CREATE INDEX "documents_by_language" ON "documents" ("language");
CREATE INDEX "documents_by_issued" ON "documents" ("issued");
CREATE INDEX "documents_by_issued_date" ON "documents" ("issued_date", "id");
CREATE INDEX "documents_by_dateline_date" ON "documents" ("dateline_date", "id");
CREATE INDEX "documents_by_issuer" ON "documents" ("issuer", "id");

-- A section of the outline.
CREATE TABLE "sections" (
  -- The document.
  "document_id" TEXT NOT NULL,
  -- Unique in the document: `s1`.
  "id" TEXT NOT NULL,
  -- Its place in reading order, from 1.
  "ordinal" INTEGER NOT NULL,
  -- What it is for.
  "kind" TEXT NOT NULL CHECK ("kind" IN ('body', 'plan', 'objectives', 'priorities', 'preamble', 'annex', 'notes', 'backgrounder', 'contact', 'quick_facts', 'boilerplate', 'other')),
  -- Depth; 1 is the level of the document's title.
  "level" INTEGER NOT NULL,
  -- Its heading, number included.
  "heading" TEXT,
  -- First code point of the heading.
  "heading_start" INTEGER,
  -- One past its last code point.
  "heading_end" INTEGER,
  -- The section that holds it.
  "parent" TEXT,
  -- What stands in it, a paragraph, list entry or table row a line; without its items and sub-sections, which are rows of their own.
  "text" TEXT,
  -- First code point of its first span.
  "start" INTEGER,
  -- One past the last code point of its first span.
  "end" INTEGER,
  PRIMARY KEY ("document_id", "id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("document_id", "parent") REFERENCES "sections" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "sections_by_kind" ON "sections" ("kind");
CREATE INDEX "sections_by_parent" ON "sections" ("parent", "document_id");

-- An uninterrupted stretch of a section.
CREATE TABLE "section_spans" (
  -- The document.
  "document_id" TEXT NOT NULL,
  -- The section.
  "section" TEXT NOT NULL,
  -- Its place in the section, from 1.
  "ordinal" INTEGER NOT NULL,
  -- First code point.
  "start" INTEGER NOT NULL,
  -- One past the last code point.
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("document_id", "section", "ordinal"),
  FOREIGN KEY ("document_id", "section") REFERENCES "sections" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- A block of a section, or a part of one: paragraph, list, entry, table, row, header, cell, item.
CREATE TABLE "section_blocks" (
  -- The document.
  "document_id" TEXT NOT NULL,
  -- Unique in the document, in reading order: `b1`.
  "id" TEXT NOT NULL,
  -- Its place in reading order, from 1.
  "ordinal" INTEGER NOT NULL,
  -- The section.
  "section" TEXT NOT NULL,
  -- What it is.
  "kind" TEXT NOT NULL CHECK ("kind" IN ('paragraph', 'list', 'entry', 'table', 'row', 'header', 'cell', 'item')),
  -- The list, entry, table or row that holds it.
  "parent" TEXT,
  -- The marker of an entry, as printed.
  "marker" TEXT,
  -- The words of a paragraph, entry or cell.
  "text" TEXT,
  -- The item that it is.
  "item" TEXT,
  -- First code point of its first span.
  "start" INTEGER,
  -- One past the last code point of its first span.
  "end" INTEGER,
  PRIMARY KEY ("document_id", "id"),
  FOREIGN KEY ("document_id", "section") REFERENCES "sections" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("document_id", "parent") REFERENCES "section_blocks" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("document_id", "item") REFERENCES "items" ("document_id", "ref") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "section_blocks_by_section" ON "section_blocks" ("section", "document_id");
CREATE INDEX "section_blocks_by_parent" ON "section_blocks" ("parent", "document_id");
CREATE INDEX "section_blocks_by_item" ON "section_blocks" ("item", "document_id");

-- A span of a block.
CREATE TABLE "section_block_spans" (
  -- The document.
  "document_id" TEXT NOT NULL,
  -- The block.
  "block" TEXT NOT NULL,
  -- Its place in the block, from 1.
  "ordinal" INTEGER NOT NULL,
  -- First code point.
  "start" INTEGER NOT NULL,
  -- One past the last code point.
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("document_id", "block", "ordinal"),
  FOREIGN KEY ("document_id", "block") REFERENCES "section_blocks" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- A paper of its own in a file that holds several: a release, its backgrounder, its annexes.
CREATE TABLE "parts" (
  -- The document.
  "document_id" TEXT NOT NULL,
  -- Its place in the file, from 1.
  "ordinal" INTEGER NOT NULL,
  -- The section that it begins with.
  "section" TEXT NOT NULL,
  -- What it is: the kind of that section.
  "kind" TEXT NOT NULL CHECK ("kind" IN ('body', 'plan', 'objectives', 'priorities', 'preamble', 'annex', 'notes', 'backgrounder', 'contact', 'quick_facts', 'boilerplate', 'other')),
  -- Its own title.
  "title" TEXT,
  -- When it was issued, EDTF level 1, where it says so itself.
  "issued" TEXT,
  -- How that date was found.
  "issued_basis" TEXT CHECK ("issued_basis" IN ('explicit', 'anchored', 'inferred')),
  -- The date that says it.
  "issued_date" TEXT,
  -- First code point of the title.
  "start" INTEGER,
  -- One past its last code point.
  "end" INTEGER,
  PRIMARY KEY ("document_id", "ordinal"),
  FOREIGN KEY ("document_id", "section") REFERENCES "sections" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("document_id", "issued_date") REFERENCES "dates" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "parts_by_section" ON "parts" ("section", "document_id");
CREATE INDEX "parts_by_issued_date" ON "parts" ("issued_date", "document_id");

-- A numbered, lettered or bulleted provision.
CREATE TABLE "items" (
  -- The document.
  "document_id" TEXT NOT NULL,
  -- Unique in the document: the path of numbers, `A.2.4.5`, or of a bullet the section and a running number.
  "ref" TEXT NOT NULL,
  -- Its place in reading order, from 1.
  "ordinal" INTEGER NOT NULL,
  -- The number without closing stop or brackets.
  "number" TEXT,
  -- First code point of the number.
  "number_start" INTEGER,
  -- One past its last code point.
  "number_end" INTEGER,
  -- Depth of the number; unknown for a bullet.
  "level" INTEGER,
  -- What it does.
  "kind" TEXT NOT NULL CHECK ("kind" IN ('framework', 'theme', 'area', 'action', 'sub_action', 'paragraph', 'clause', 'activity', 'topic', 'priority', 'objective')),
  -- The title of a framework, theme, area or topic.
  "title" TEXT,
  -- The whole provision of any other kind, sub-items excluded.
  "text" TEXT,
  -- The item above.
  "parent" TEXT,
  -- The section that it stands in.
  "section" TEXT,
  -- First code point of its first span, number excluded.
  "start" INTEGER,
  -- One past the last code point of its first span.
  "end" INTEGER,
  PRIMARY KEY ("document_id", "ref"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("document_id", "parent") REFERENCES "items" ("document_id", "ref") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("document_id", "section") REFERENCES "sections" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "items_by_kind" ON "items" ("kind");
CREATE INDEX "items_by_parent" ON "items" ("parent", "document_id");
CREATE INDEX "items_by_section" ON "items" ("section", "document_id");

-- A span of an item.
CREATE TABLE "item_spans" (
  -- The document.
  "document_id" TEXT NOT NULL,
  -- The item.
  "item" TEXT NOT NULL,
  -- Its place in the item, from 1.
  "ordinal" INTEGER NOT NULL,
  -- First code point.
  "start" INTEGER NOT NULL,
  -- One past the last code point.
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("document_id", "item", "ordinal"),
  FOREIGN KEY ("document_id", "item") REFERENCES "items" ("document_id", "ref") DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- A date expression.
CREATE TABLE "dates" (
  -- The document.
  "document_id" TEXT NOT NULL,
  -- Unique in the document: `d1`.
  "id" TEXT NOT NULL,
  -- The bare expression.
  "text" TEXT NOT NULL,
  -- EDTF level 1; ISO 8601 for a duration or a set.
  "edtf" TEXT,
  -- Earliest day that it can mean; unknown where that end is open, or outside the years 1 to 9999.
  "earliest" TEXT,
  -- Latest day that it can mean; unknown where that end is open, or outside the years 1 to 9999.
  "latest" TEXT,
  -- What the expression names.
  "kind" TEXT NOT NULL CHECK ("kind" IN ('date', 'interval', 'duration', 'set')),
  -- What a word beside it makes of it.
  "mod" TEXT CHECK ("mod" IN ('start', 'mid', 'end', 'approx', 'before', 'after', 'since', 'until', 'by')),
  -- How its value was found.
  "basis" TEXT NOT NULL CHECK ("basis" IN ('explicit', 'anchored', 'inferred')),
  -- The date that it was computed from.
  "anchor" TEXT,
  -- What it is to the document.
  "role" TEXT NOT NULL CHECK ("role" IN ('issued', 'event', 'deadline', 'period', 'retrieved', 'modified', 'in_name', 'other')),
  -- First code point.
  "start" INTEGER NOT NULL,
  -- One past the last code point.
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("document_id", "id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("document_id", "anchor") REFERENCES "dates" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "dates_by_earliest_latest" ON "dates" ("earliest", "latest");
CREATE INDEX "dates_by_role" ON "dates" ("role");
CREATE INDEX "dates_by_anchor" ON "dates" ("anchor", "document_id");

-- An amount of money, a percentage or a count.
CREATE TABLE "amounts" (
  -- The document.
  "document_id" TEXT NOT NULL,
  -- Unique in the document: `a1`.
  "id" TEXT NOT NULL,
  -- Number and unit, without the qualifier.
  "text" TEXT NOT NULL,
  -- What it counts.
  "kind" TEXT NOT NULL CHECK ("kind" IN ('money', 'percent', 'count')),
  -- The figure, exact, in major units; the lower end of a range.
  "value" TEXT NOT NULL,
  -- The upper end of a range.
  "value_max" TEXT,
  -- ISO 4217 code, of money.
  "currency" TEXT,
  -- How the currency was found.
  "currency_basis" TEXT CHECK ("currency_basis" IN ('explicit', 'symbol', 'inferred')),
  -- What a word beside it makes of it.
  "qualifier" TEXT CHECK ("qualifier" IN ('approx', 'at_least', 'at_most', 'over', 'under', 'nearly')),
  -- What is counted, of a count.
  "unit" TEXT,
  -- What it is paid or counted for each of: `year`, `child`, `tonne`.
  "per" TEXT,
  -- The time that it is spread over: ISO 8601 (`P5Y`) or an EDTF interval (`2019/2022`).
  "period" TEXT,
  -- What it is for, in a word.
  "role" TEXT,
  -- First code point.
  "start" INTEGER NOT NULL,
  -- One past the last code point.
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("document_id", "id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "amounts_by_kind_currency_value" ON "amounts" ("kind", "currency", CAST("value" AS REAL));
CREATE INDEX "amounts_by_value" ON "amounts" (CAST("value" AS REAL));

-- A currency that an amount's form can mean, where it can mean several.
CREATE TABLE "amount_currencies" (
  -- The document.
  "document_id" TEXT NOT NULL,
  -- The amount.
  "amount" TEXT NOT NULL,
  -- Its place in the list, from 1.
  "ordinal" INTEGER NOT NULL,
  -- ISO 4217 code.
  "currency" TEXT NOT NULL,
  PRIMARY KEY ("document_id", "amount", "ordinal"),
  FOREIGN KEY ("document_id", "amount") REFERENCES "amounts" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- A person, body, country, place, paper or meeting, as one document speaks of it. The id is the same in every document, so rows of several documents can be joined.
CREATE TABLE "entities" (
  -- The document.
  "document_id" TEXT NOT NULL,
  -- A stable key: `country:ca`.
  "id" TEXT NOT NULL,
  -- What it is.
  "kind" TEXT NOT NULL CHECK ("kind" IN ('person', 'organization', 'country', 'place', 'region', 'group', 'instrument', 'programme', 'event')),
  -- The fullest form in the text, or the gazetteer's.
  "name" TEXT NOT NULL,
  -- Its acronym.
  "acronym" TEXT,
  -- ISO 3166-1 alpha-2 code, of a country.
  "iso3166" TEXT,
  -- Wikidata item.
  "wikidata" TEXT,
  -- First code point of its first mention.
  "start" INTEGER,
  -- One past the last code point of its first mention.
  "end" INTEGER,
  PRIMARY KEY ("document_id", "id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "entities_by_id" ON "entities" ("id");
CREATE INDEX "entities_by_kind_name" ON "entities" ("kind", "name");

-- Another form of an entity's name.
CREATE TABLE "entity_aliases" (
  -- The document.
  "document_id" TEXT NOT NULL,
  -- The entity.
  "entity" TEXT NOT NULL,
  -- Its place in the list, from 1.
  "ordinal" INTEGER NOT NULL,
  -- The other form.
  "alias" TEXT NOT NULL,
  -- Why it is taken for this entity.
  "reason" TEXT CHECK ("reason" IN ('definition', 'lexicon', 'initials', 'surname', 'shortened', 'variant')),
  PRIMARY KEY ("document_id", "entity", "ordinal"),
  FOREIGN KEY ("document_id", "entity") REFERENCES "entities" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "entity_aliases_by_alias" ON "entity_aliases" ("alias");

-- A member of a group of countries.
CREATE TABLE "entity_members" (
  -- The document.
  "document_id" TEXT NOT NULL,
  -- The group.
  "entity" TEXT NOT NULL,
  -- Its place in the list, from 1.
  "ordinal" INTEGER NOT NULL,
  -- ISO 3166-1 alpha-2 code of the member.
  "iso3166" TEXT NOT NULL,
  PRIMARY KEY ("document_id", "entity", "ordinal"),
  FOREIGN KEY ("document_id", "entity") REFERENCES "entities" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "entity_members_by_iso3166" ON "entity_members" ("iso3166");

-- A place where the text names an entity.
CREATE TABLE "mentions" (
  -- The document.
  "document_id" TEXT NOT NULL,
  -- The entity.
  "entity" TEXT NOT NULL,
  -- Its place among the entity's mentions, from 1.
  "ordinal" INTEGER NOT NULL,
  -- The name alone, without article, possessive or title.
  "text" TEXT NOT NULL,
  -- How it names the entity.
  "by" TEXT NOT NULL CHECK ("by" IN ('name', 'alias', 'acronym', 'surname', 'anaphor')),
  -- First code point.
  "start" INTEGER NOT NULL,
  -- One past the last code point.
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("document_id", "entity", "ordinal"),
  FOREIGN KEY ("document_id", "entity") REFERENCES "entities" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "mentions_by_entity" ON "mentions" ("entity");

-- A role of a person.
CREATE TABLE "roles" (
  -- The document.
  "document_id" TEXT NOT NULL,
  -- The person.
  "entity" TEXT NOT NULL,
  -- Its place among the person's roles, from 1.
  "ordinal" INTEGER NOT NULL,
  -- The title, as printed.
  "title" TEXT NOT NULL,
  -- Name of the body or country.
  "of" TEXT,
  -- First code point of the title.
  "start" INTEGER NOT NULL,
  -- One past its last code point.
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("document_id", "entity", "ordinal"),
  FOREIGN KEY ("document_id", "entity") REFERENCES "entities" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "roles_by_title" ON "roles" ("title");

-- An acronym that the text itself defines.
CREATE TABLE "acronyms" (
  -- The document.
  "document_id" TEXT NOT NULL,
  -- Its place in reading order, from 1.
  "ordinal" INTEGER NOT NULL,
  -- The short form.
  "short" TEXT NOT NULL,
  -- The words that its letters stand for.
  "long" TEXT NOT NULL,
  -- The entity that it names.
  "entity" TEXT,
  -- First code point of the definition.
  "start" INTEGER NOT NULL,
  -- One past its last code point.
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("document_id", "ordinal"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("document_id", "entity") REFERENCES "entities" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "acronyms_by_short" ON "acronyms" ("short");
CREATE INDEX "acronyms_by_entity" ON "acronyms" ("entity", "document_id");

-- A quotation.
CREATE TABLE "quotes" (
  -- The document.
  "document_id" TEXT NOT NULL,
  -- Unique in the document: `q1`.
  "id" TEXT NOT NULL,
  -- The words, without the quotation marks.
  "text" TEXT NOT NULL,
  -- What the quotation marks are for.
  "kind" TEXT NOT NULL CHECK ("kind" IN ('direct', 'scare', 'title')),
  -- Who said it.
  "speaker" TEXT,
  -- The words that name the speaker.
  "speaker_text" TEXT,
  -- First code point of those words.
  "speaker_start" INTEGER,
  -- One past their last code point.
  "speaker_end" INTEGER,
  -- The verb or phrase of saying, as printed.
  "cue" TEXT,
  -- First code point of its first span, quotation mark included.
  "start" INTEGER,
  -- One past the last code point of its first span.
  "end" INTEGER,
  PRIMARY KEY ("document_id", "id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("document_id", "speaker") REFERENCES "entities" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "quotes_by_speaker" ON "quotes" ("speaker", "document_id");

-- A span of a quotation.
CREATE TABLE "quote_spans" (
  -- The document.
  "document_id" TEXT NOT NULL,
  -- The quotation.
  "quote" TEXT NOT NULL,
  -- Its place in the quotation, from 1.
  "ordinal" INTEGER NOT NULL,
  -- First code point.
  "start" INTEGER NOT NULL,
  -- One past the last code point.
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("document_id", "quote", "ordinal"),
  FOREIGN KEY ("document_id", "quote") REFERENCES "quotes" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- Money for a project or purpose.
CREATE TABLE "funding" (
  -- The document.
  "document_id" TEXT NOT NULL,
  -- Unique in the document: `f1`.
  "id" TEXT NOT NULL,
  -- The project or purpose.
  "title" TEXT,
  -- The amount.
  "amount" TEXT NOT NULL,
  -- Who gives.
  "donor" TEXT,
  -- Who receives.
  "recipient" TEXT,
  -- How far the giving has come, where the words say it.
  "status" TEXT CHECK ("status" IN ('pledge', 'commitment', 'disbursement', 'expenditure', 'receipt')),
  -- The section that it stands in.
  "section" TEXT,
  -- The item that it stands in.
  "item" TEXT,
  -- The total that it is a part of.
  "part_of" TEXT,
  -- First code point of the sentence, entry or heading that says it.
  "start" INTEGER NOT NULL,
  -- One past its last code point.
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("document_id", "id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("document_id", "amount") REFERENCES "amounts" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("document_id", "donor") REFERENCES "entities" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("document_id", "recipient") REFERENCES "entities" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("document_id", "section") REFERENCES "sections" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("document_id", "item") REFERENCES "items" ("document_id", "ref") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("document_id", "part_of") REFERENCES "funding" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "funding_by_amount" ON "funding" ("amount", "document_id");
CREATE INDEX "funding_by_donor" ON "funding" ("donor", "document_id");
CREATE INDEX "funding_by_recipient" ON "funding" ("recipient", "document_id");
CREATE INDEX "funding_by_section" ON "funding" ("section", "document_id");
CREATE INDEX "funding_by_item" ON "funding" ("item", "document_id");
CREATE INDEX "funding_by_part_of" ON "funding" ("part_of", "document_id");

-- Whom to ask.
CREATE TABLE "contacts" (
  -- The document.
  "document_id" TEXT NOT NULL,
  -- Its place in reading order, from 1.
  "ordinal" INTEGER NOT NULL,
  -- A person or an office.
  "name" TEXT,
  -- The body.
  "organization" TEXT,
  -- An e-mail address.
  "email" TEXT,
  -- A telephone number, as printed.
  "phone" TEXT,
  -- A web address.
  "url" TEXT,
  -- First code point.
  "start" INTEGER NOT NULL,
  -- One past the last code point.
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("document_id", "ordinal"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- A contact's handle in social media.
CREATE TABLE "contact_handles" (
  -- The document.
  "document_id" TEXT NOT NULL,
  -- The contact.
  "contact" INTEGER NOT NULL,
  -- Its place in the list, from 1.
  "ordinal" INTEGER NOT NULL,
  -- The handle.
  "handle" TEXT NOT NULL,
  PRIMARY KEY ("document_id", "contact", "ordinal"),
  FOREIGN KEY ("document_id", "contact") REFERENCES "contacts" ("document_id", "ordinal") DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- A clause that points to another document.
CREATE TABLE "document_references" (
  -- The document.
  "document_id" TEXT NOT NULL,
  -- Its place in reading order, from 1.
  "ordinal" INTEGER NOT NULL,
  -- The words, from the cue to the stop.
  "text" TEXT NOT NULL,
  -- First code point.
  "start" INTEGER NOT NULL,
  -- One past the last code point.
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("document_id", "ordinal"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- Something that was repaired or could not be explained.
CREATE TABLE "diagnostics" (
  -- The document.
  "document_id" TEXT NOT NULL,
  -- Its place in the list, from 1.
  "ordinal" INTEGER NOT NULL,
  -- What was found.
  "code" TEXT NOT NULL CHECK ("code" IN ('ocr-debris', 'ocr-garbled-duplicate', 'ocr-repaired-word', 'markup-removed', 'page-break-joined', 'title-continued', 'numbering-gap', 'numbering-duplicate', 'numbering-restart', 'list-missing', 'section-empty', 'year-inferred', 'date-conflict', 'parts-do-not-sum', 'unclosed-quote', 'unbalanced-bracket', 'acronym-undefined', 'acronym-redefined', 'acronym-late', 'repeated-passage', 'unknown-genre', 'decoding-replaced', 'override-stale')),
  -- How grave it is.
  "severity" TEXT NOT NULL CHECK ("severity" IN ('info', 'warning', 'error')),
  -- A sentence for a person, with what stood there.
  "message" TEXT NOT NULL,
  -- The ref or id of the record that it speaks of.
  "record" TEXT,
  -- First code point.
  "start" INTEGER,
  -- One past the last code point.
  "end" INTEGER,
  PRIMARY KEY ("document_id", "ordinal"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "diagnostics_by_code" ON "diagnostics" ("code");

-- A correction that was applied to a document, by a person's overrides.
CREATE TABLE "overrides" (
  -- The document.
  "document_id" TEXT NOT NULL,
  -- Its place in the list, from 1.
  "ordinal" INTEGER NOT NULL,
  -- The kind of the record, as the overrides file has it.
  "kind" TEXT NOT NULL,
  -- The ref or id of the record, where it has one.
  "record" TEXT,
  -- What was done.
  "action" TEXT NOT NULL CHECK ("action" IN ('replace', 'add', 'strike', 'merge', 'split')),
  -- The field that was replaced, by JSON pointer.
  "field" TEXT,
  -- What was read.
  "before" TEXT,
  -- What it is now.
  "after" TEXT,
  -- Who said so.
  "who" TEXT NOT NULL,
  -- Why.
  "why" TEXT NOT NULL,
  -- When, an ISO 8601 date.
  "when" TEXT NOT NULL,
  -- First code point.
  "start" INTEGER,
  -- One past the last code point.
  "end" INTEGER,
  PRIMARY KEY ("document_id", "ordinal"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- A shape that the database has had; the last row tells its present one.
CREATE TABLE "schema_versions" (
  -- A running number, from 1.
  "id" INTEGER NOT NULL,
  -- Version of the tables, views and indexes.
  "version" INTEGER NOT NULL,
  -- SHA-256 of the SQL that made them, in hexadecimal digits.
  "fingerprint" TEXT NOT NULL,
  PRIMARY KEY ("id")
) STRICT;

-- A run that changed something, and by what it read.
CREATE TABLE "runs" (
  -- A running number, from 1.
  "id" INTEGER NOT NULL,
  -- Version of the program, with a hash of its sources behind a plus sign.
  "tool_version" TEXT NOT NULL,
  -- Version of the output contract.
  "schema_version" TEXT NOT NULL,
  -- SHA-256 of the word lists, in hexadecimal digits.
  "lexicon" TEXT NOT NULL,
  -- The options that decide what is read, as a JSON object.
  "options" TEXT NOT NULL,
  -- When it began to write; unknown where the database must not depend on the clock.
  "started" TEXT,
  -- When it ended; unknown also where it was cut short.
  "finished" TEXT,
  PRIMARY KEY ("id")
) STRICT;

-- The run that read a document last.
CREATE TABLE "readings" (
  -- The document.
  "document_id" TEXT NOT NULL,
  -- The run.
  "run" INTEGER NOT NULL,
  PRIMARY KEY ("document_id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("run") REFERENCES "runs" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "readings_by_run" ON "readings" ("run");

-- An input that gave no document the last time that it was tried.
CREATE TABLE "failures" (
  -- The path or label under which it was given.
  "path" TEXT NOT NULL,
  -- Why.
  "reason" TEXT NOT NULL,
  -- The run that told it first.
  "run" INTEGER NOT NULL,
  PRIMARY KEY ("path"),
  FOREIGN KEY ("run") REFERENCES "runs" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "failures_by_run" ON "failures" ("run");

-- Numbers of the rows that full text finds.
CREATE TABLE "search_rows" (
  "id" INTEGER PRIMARY KEY,
  "document_id" TEXT NOT NULL,
  -- The table that the row stands in.
  "source" TEXT NOT NULL,
  -- Its key beside the document.
  "record" TEXT NOT NULL,
  UNIQUE ("document_id", "source", "record")
) STRICT;
-- The words of the numbered rows.
CREATE VIEW "search_text" AS
SELECT r.id, r.document_id, r.source, r.record, trim(coalesce(t."text", '')) AS text
  FROM search_rows r JOIN "section_blocks" t ON t.document_id = r.document_id AND t."id" = r.record WHERE r.source = 'section_blocks'
UNION ALL
SELECT r.id, r.document_id, r.source, r.record, trim(coalesce(t."title", '') || ' ' || coalesce(t."text", '')) AS text
  FROM search_rows r JOIN "items" t ON t.document_id = r.document_id AND t."ref" = r.record WHERE r.source = 'items';
-- Full text: SELECT document_id, source, record FROM search WHERE search MATCH 'tide*' ORDER BY rank;
CREATE VIRTUAL TABLE "search" USING fts5(
  document_id UNINDEXED, source UNINDEXED, record UNINDEXED, text,
  content='search_text', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER "section_blocks_search_insert" AFTER INSERT ON "section_blocks" WHEN trim(coalesce(new."text", '')) <> '' BEGIN
  INSERT INTO search_rows (document_id, source, record) VALUES (new.document_id, 'section_blocks', new."id");
  INSERT INTO search (rowid, document_id, source, record, text)
    VALUES (last_insert_rowid(), new.document_id, 'section_blocks', new."id", trim(coalesce(new."text", '')));
END;
CREATE TRIGGER "section_blocks_search_delete" BEFORE DELETE ON "section_blocks" WHEN trim(coalesce(old."text", '')) <> '' BEGIN
  INSERT INTO search (search, rowid, document_id, source, record, text)
    SELECT 'delete', id, document_id, source, record, trim(coalesce(old."text", '')) FROM search_rows
    WHERE document_id = old.document_id AND source = 'section_blocks' AND record = old."id";
  DELETE FROM search_rows
    WHERE document_id = old.document_id AND source = 'section_blocks' AND record = old."id";
END;
CREATE TRIGGER "items_search_insert" AFTER INSERT ON "items" WHEN trim(coalesce(new."title", '') || ' ' || coalesce(new."text", '')) <> '' BEGIN
  INSERT INTO search_rows (document_id, source, record) VALUES (new.document_id, 'items', new."ref");
  INSERT INTO search (rowid, document_id, source, record, text)
    VALUES (last_insert_rowid(), new.document_id, 'items', new."ref", trim(coalesce(new."title", '') || ' ' || coalesce(new."text", '')));
END;
CREATE TRIGGER "items_search_delete" BEFORE DELETE ON "items" WHEN trim(coalesce(old."title", '') || ' ' || coalesce(old."text", '')) <> '' BEGIN
  INSERT INTO search (search, rowid, document_id, source, record, text)
    SELECT 'delete', id, document_id, source, record, trim(coalesce(old."title", '') || ' ' || coalesce(old."text", '')) FROM search_rows
    WHERE document_id = old.document_id AND source = 'items' AND record = old."ref";
  DELETE FROM search_rows
    WHERE document_id = old.document_id AND source = 'items' AND record = old."ref";
END;

-- Who gives how much to what: a row a funding line, the project or purpose first.
CREATE VIEW "funding_by_project" ("project", "amount", "value", "value_max", "currency", "currency_basis", "qualifier", "donor", "donor_name", "recipient", "recipient_name", "status", "part_of", "issued", "path", "document_id", "funding", "start", "end") AS
  -- project: The project or purpose.
  -- amount: The amount as printed.
  -- value: The figure, exact, in major units.
  -- value_max: The upper end of a range.
  -- currency: ISO 4217 code.
  -- currency_basis: How the currency was found.
  -- qualifier: What a word beside the amount makes of it.
  -- donor: Who gives, by id.
  -- donor_name: Who gives, by name.
  -- recipient: Who receives, by id.
  -- recipient_name: Who receives, by name.
  -- status: How far the giving has come.
  -- part_of: The total that it is a part of; leave rows with one out of a sum of totals.
  -- issued: When the document was issued, EDTF.
  -- path: The document's path.
  -- document_id: The document.
  -- funding: The funding line.
  -- start: First code point of the words that say it.
  -- end: One past their last code point.
SELECT f.title, a.text, a.value, a.value_max, a.currency, a.currency_basis, a.qualifier, f.donor, donor.name,
  f.recipient, recipient.name, f.status, f.part_of, d.issued, d.path, f.document_id, f.id, f.start, f."end"
FROM funding f
JOIN documents d ON d.id = f.document_id
JOIN amounts a ON a.document_id = f.document_id AND a.id = f.amount
LEFT JOIN entities donor ON donor.document_id = f.document_id AND donor.id = f.donor
LEFT JOIN entities recipient ON recipient.document_id = f.document_id AND recipient.id = f.recipient;

-- What is to be done under which heading of a plan: a row an action, sub-action or activity.
CREATE VIEW "actions_by_area" ("framework", "theme", "area", "action", "kind", "number", "ref", "issued", "path", "document_id", "ordinal", "start", "end") AS
  -- framework: The framework above it.
  -- theme: The theme above it.
  -- area: The area or topic above it; of several the nearest.
  -- action: The whole provision.
  -- kind: action, sub_action or activity.
  -- number: Its number as printed.
  -- ref: Its ref.
  -- issued: When the document was issued, EDTF.
  -- path: The document's path.
  -- document_id: The document.
  -- ordinal: Its place in reading order.
  -- start: First code point.
  -- end: One past the last code point of its first span.
SELECT
  CASE 'framework' WHEN p1.kind THEN p1.title WHEN p2.kind THEN p2.title WHEN p3.kind THEN p3.title
    WHEN p4.kind THEN p4.title END,
  CASE 'theme' WHEN p1.kind THEN p1.title WHEN p2.kind THEN p2.title WHEN p3.kind THEN p3.title
    WHEN p4.kind THEN p4.title END,
  CASE WHEN p1.kind IN ('area', 'topic') THEN p1.title WHEN p2.kind IN ('area', 'topic') THEN p2.title
    WHEN p3.kind IN ('area', 'topic') THEN p3.title WHEN p4.kind IN ('area', 'topic') THEN p4.title END,
  i.text, i.kind, i.number, i.ref, d.issued, d.path, i.document_id, i.ordinal, i.start, i."end"
FROM items i
JOIN documents d ON d.id = i.document_id
LEFT JOIN items p1 ON p1.document_id = i.document_id AND p1.ref = i.parent
LEFT JOIN items p2 ON p2.document_id = p1.document_id AND p2.ref = p1.parent
LEFT JOIN items p3 ON p3.document_id = p2.document_id AND p3.ref = p2.parent
LEFT JOIN items p4 ON p4.document_id = p3.document_id AND p4.ref = p3.parent
WHERE i.kind IN ('action', 'sub_action', 'activity');

-- Quotations with their speakers: a row a quotation that is somebody's words.
CREATE VIEW "who_said_what" ("speaker_name", "speaker_role", "said", "cue", "speaker", "speaker_kind", "speaker_text", "issued", "path", "document_id", "quote", "start", "end") AS
  -- speaker_name: The speaker's name.
  -- speaker_role: A role of the speaker in this document, the first that it tells.
  -- said: The words, without quotation marks.
  -- cue: The verb.
  -- speaker: The speaker, by id.
  -- speaker_kind: What the speaker is.
  -- speaker_text: The words that name the speaker there.
  -- issued: When the document was issued, EDTF.
  -- path: The document's path.
  -- document_id: The document.
  -- quote: The quotation.
  -- start: First code point, quotation mark included.
  -- end: One past the last code point of its first span.
SELECT e.name,
  (SELECT r.title FROM roles r WHERE r.document_id = q.document_id AND r.entity = q.speaker
    ORDER BY r.ordinal LIMIT 1),
  q.text, q.cue, q.speaker, e.kind, q.speaker_text, d.issued, d.path, q.document_id, q.id, q.start, q."end"
FROM quotes q
JOIN documents d ON d.id = q.document_id
LEFT JOIN entities e ON e.document_id = q.document_id AND e.id = q.speaker
WHERE q.kind = 'direct';

-- When things happened around a name: the dates that stand in one provision, paragraph, entry or cell with a mention of it, and the date of issue of every document that names it.
CREATE VIEW "entity_timeline" ("entity", "name", "earliest", "latest", "edtf", "role", "words", "path", "document_id", "date") AS
  -- entity: The name, by id.
  -- name: The name.
  -- earliest: Earliest day that the date can mean.
  -- latest: Latest day that it can mean.
  -- edtf: The date, EDTF level 1.
  -- role: What the date is to the document.
  -- words: The words around both; null for a date of issue that stands elsewhere.
  -- path: The document's path.
  -- document_id: The document.
  -- date: The date.
SELECT e.id, e.name, t.earliest, t.latest, t.edtf, t.role, coalesce(i.text, i.title), d.path, e.document_id, t.id
FROM entities e
JOIN documents d ON d.id = e.document_id
JOIN mentions m ON m.document_id = e.document_id AND m.entity = e.id
JOIN item_spans s ON s.document_id = m.document_id AND s.start <= m.start AND s."end" >= m."end"
JOIN items i ON i.document_id = s.document_id AND i.ref = s.item
JOIN dates t ON t.document_id = s.document_id AND s.start <= t.start AND s."end" >= t."end"
UNION
SELECT e.id, e.name, t.earliest, t.latest, t.edtf, t.role, b.text, d.path, e.document_id, t.id
FROM entities e
JOIN documents d ON d.id = e.document_id
JOIN mentions m ON m.document_id = e.document_id AND m.entity = e.id
JOIN section_block_spans s ON s.document_id = m.document_id AND s.start <= m.start AND s."end" >= m."end"
JOIN section_blocks b ON b.document_id = s.document_id AND b.id = s.block
  AND b.kind IN ('paragraph', 'entry', 'cell')
JOIN dates t ON t.document_id = s.document_id AND s.start <= t.start AND s."end" >= t."end"
UNION
SELECT e.id, e.name, t.earliest, t.latest, t.edtf, t.role, NULL, d.path, e.document_id, t.id
FROM entities e
JOIN documents d ON d.id = e.document_id
JOIN dates t ON t.document_id = d.id AND t.id = d.issued_date;

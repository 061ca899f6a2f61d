-- Tables of rapporteur for PostgreSQL, version 2.
-- Every "start" and "end" counts Unicode code points of documents.text from 0:
-- substr(text, start + 1, "end" - start) gives what stood there.

CREATE TABLE IF NOT EXISTS "documents" (
  "document_id" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "path" TEXT NOT NULL,
  "sha256" TEXT NOT NULL,
  "bytes" INTEGER NOT NULL,
  "chars" INTEGER NOT NULL,
  "encoding" TEXT NOT NULL,
  "media_type" TEXT NOT NULL,
  "genre" TEXT NOT NULL,
  "genre_runner_up" TEXT,
  "language" TEXT NOT NULL,
  "title" TEXT,
  "title_start" INTEGER,
  "title_end" INTEGER,
  "issued" TEXT,
  "issued_basis" TEXT,
  "issued_date" TEXT,
  "dateline_place" TEXT,
  "dateline_date" TEXT,
  "dateline_start" INTEGER,
  "dateline_end" INTEGER,
  "issuer" TEXT,
  "text" TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("id")
);
ALTER TABLE "documents" ADD COLUMN IF NOT EXISTS "document_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "documents" ADD COLUMN IF NOT EXISTS "id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "documents" ADD COLUMN IF NOT EXISTS "path" TEXT NOT NULL DEFAULT '';
ALTER TABLE "documents" ADD COLUMN IF NOT EXISTS "sha256" TEXT NOT NULL DEFAULT '';
ALTER TABLE "documents" ADD COLUMN IF NOT EXISTS "bytes" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "documents" ADD COLUMN IF NOT EXISTS "chars" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "documents" ADD COLUMN IF NOT EXISTS "encoding" TEXT NOT NULL DEFAULT '';
ALTER TABLE "documents" ADD COLUMN IF NOT EXISTS "media_type" TEXT NOT NULL DEFAULT '';
ALTER TABLE "documents" ADD COLUMN IF NOT EXISTS "genre" TEXT NOT NULL DEFAULT '';
ALTER TABLE "documents" ADD COLUMN IF NOT EXISTS "genre_runner_up" TEXT;
ALTER TABLE "documents" ADD COLUMN IF NOT EXISTS "language" TEXT NOT NULL DEFAULT '';
ALTER TABLE "documents" ADD COLUMN IF NOT EXISTS "title" TEXT;
ALTER TABLE "documents" ADD COLUMN IF NOT EXISTS "title_start" INTEGER;
ALTER TABLE "documents" ADD COLUMN IF NOT EXISTS "title_end" INTEGER;
ALTER TABLE "documents" ADD COLUMN IF NOT EXISTS "issued" TEXT;
ALTER TABLE "documents" ADD COLUMN IF NOT EXISTS "issued_basis" TEXT;
ALTER TABLE "documents" ADD COLUMN IF NOT EXISTS "issued_date" TEXT;
ALTER TABLE "documents" ADD COLUMN IF NOT EXISTS "dateline_place" TEXT;
ALTER TABLE "documents" ADD COLUMN IF NOT EXISTS "dateline_date" TEXT;
ALTER TABLE "documents" ADD COLUMN IF NOT EXISTS "dateline_start" INTEGER;
ALTER TABLE "documents" ADD COLUMN IF NOT EXISTS "dateline_end" INTEGER;
ALTER TABLE "documents" ADD COLUMN IF NOT EXISTS "issuer" TEXT;
ALTER TABLE "documents" ADD COLUMN IF NOT EXISTS "text" TEXT NOT NULL DEFAULT '';
ALTER TABLE "documents" ADD COLUMN IF NOT EXISTS "start" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "documents" ADD COLUMN IF NOT EXISTS "end" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "documents" DROP CONSTRAINT IF EXISTS "documents_document_id_check";
ALTER TABLE "documents" DROP CONSTRAINT IF EXISTS "documents_id_check";
ALTER TABLE "documents" DROP CONSTRAINT IF EXISTS "documents_path_check";
ALTER TABLE "documents" DROP CONSTRAINT IF EXISTS "documents_sha256_check";
ALTER TABLE "documents" DROP CONSTRAINT IF EXISTS "documents_bytes_check";
ALTER TABLE "documents" DROP CONSTRAINT IF EXISTS "documents_chars_check";
ALTER TABLE "documents" DROP CONSTRAINT IF EXISTS "documents_encoding_check";
ALTER TABLE "documents" DROP CONSTRAINT IF EXISTS "documents_media_type_check";
ALTER TABLE "documents" DROP CONSTRAINT IF EXISTS "documents_genre_check";
ALTER TABLE "documents" ADD CONSTRAINT "documents_genre_check" CHECK ("genre" IN ('press_release', 'backgrounder', 'media_advisory', 'statement', 'joint_statement', 'speech', 'interview', 'news_article', 'resolution', 'treaty', 'work_plan', 'plan_overview', 'web_page', 'other'));
ALTER TABLE "documents" DROP CONSTRAINT IF EXISTS "documents_genre_runner_up_check";
ALTER TABLE "documents" ADD CONSTRAINT "documents_genre_runner_up_check" CHECK ("genre_runner_up" IN ('press_release', 'backgrounder', 'media_advisory', 'statement', 'joint_statement', 'speech', 'interview', 'news_article', 'resolution', 'treaty', 'work_plan', 'plan_overview', 'web_page', 'other'));
ALTER TABLE "documents" DROP CONSTRAINT IF EXISTS "documents_language_check";
ALTER TABLE "documents" DROP CONSTRAINT IF EXISTS "documents_title_check";
ALTER TABLE "documents" DROP CONSTRAINT IF EXISTS "documents_title_start_check";
ALTER TABLE "documents" DROP CONSTRAINT IF EXISTS "documents_title_end_check";
ALTER TABLE "documents" DROP CONSTRAINT IF EXISTS "documents_issued_check";
ALTER TABLE "documents" DROP CONSTRAINT IF EXISTS "documents_issued_basis_check";
ALTER TABLE "documents" ADD CONSTRAINT "documents_issued_basis_check" CHECK ("issued_basis" IN ('explicit', 'anchored', 'inferred'));
ALTER TABLE "documents" DROP CONSTRAINT IF EXISTS "documents_issued_date_check";
ALTER TABLE "documents" DROP CONSTRAINT IF EXISTS "documents_dateline_place_check";
ALTER TABLE "documents" DROP CONSTRAINT IF EXISTS "documents_dateline_date_check";
ALTER TABLE "documents" DROP CONSTRAINT IF EXISTS "documents_dateline_start_check";
ALTER TABLE "documents" DROP CONSTRAINT IF EXISTS "documents_dateline_end_check";
ALTER TABLE "documents" DROP CONSTRAINT IF EXISTS "documents_issuer_check";
ALTER TABLE "documents" DROP CONSTRAINT IF EXISTS "documents_text_check";
ALTER TABLE "documents" DROP CONSTRAINT IF EXISTS "documents_start_check";
ALTER TABLE "documents" DROP CONSTRAINT IF EXISTS "documents_end_check";
CREATE INDEX IF NOT EXISTS "documents_by_path" ON "documents" ("path");
CREATE INDEX IF NOT EXISTS "documents_by_genre" ON "documents" ("genre");
CREATE INDEX IF NOT EXISTS "documents_by_language" ON "documents" ("language");
CREATE INDEX IF NOT EXISTS "documents_by_issued" ON "documents" ("issued");
CREATE INDEX IF NOT EXISTS "documents_by_issued_date" ON "documents" ("issued_date", "id");
CREATE INDEX IF NOT EXISTS "documents_by_dateline_date" ON "documents" ("dateline_date", "id");
CREATE INDEX IF NOT EXISTS "documents_by_issuer" ON "documents" ("issuer", "id");
COMMENT ON TABLE "documents" IS 'A source document, with its text.';
COMMENT ON COLUMN "documents"."document_id" IS 'The same as `id`, so that every table can be joined by `USING (document_id)`.';
COMMENT ON COLUMN "documents"."id" IS 'Stable id, derived from the source bytes alone.';
COMMENT ON COLUMN "documents"."path" IS 'The path or label under which it was given.';
COMMENT ON COLUMN "documents"."sha256" IS 'SHA-256 of the bytes as read, in lower-case hexadecimal digits.';
COMMENT ON COLUMN "documents"."bytes" IS 'Number of bytes as read.';
COMMENT ON COLUMN "documents"."chars" IS 'Number of Unicode code points of the text.';
COMMENT ON COLUMN "documents"."encoding" IS 'Name of the encoding in the WHATWG Encoding Standard, lower case.';
COMMENT ON COLUMN "documents"."media_type" IS 'Media type.';
COMMENT ON COLUMN "documents"."genre" IS 'What kind of paper it is.';
COMMENT ON COLUMN "documents"."genre_runner_up" IS 'The next best genre.';
COMMENT ON COLUMN "documents"."language" IS 'Language of the main text, BCP 47.';
COMMENT ON COLUMN "documents"."title" IS 'The document''s own title.';
COMMENT ON COLUMN "documents"."title_start" IS 'First code point of the title.';
COMMENT ON COLUMN "documents"."title_end" IS 'One past its last code point.';
COMMENT ON COLUMN "documents"."issued" IS 'When it was issued, EDTF level 1.';
COMMENT ON COLUMN "documents"."issued_basis" IS 'How the date of issue was found.';
COMMENT ON COLUMN "documents"."issued_date" IS 'The date that says when it was issued.';
COMMENT ON COLUMN "documents"."dateline_place" IS 'The place of the dateline, as printed.';
COMMENT ON COLUMN "documents"."dateline_date" IS 'The date of the dateline.';
COMMENT ON COLUMN "documents"."dateline_start" IS 'First code point of the dateline.';
COMMENT ON COLUMN "documents"."dateline_end" IS 'One past its last code point.';
COMMENT ON COLUMN "documents"."issuer" IS 'The body that issued it.';
COMMENT ON COLUMN "documents"."text" IS 'The decoded source text. Every `start` and `end` counts its Unicode code points from 0.';
COMMENT ON COLUMN "documents"."start" IS '0.';
COMMENT ON COLUMN "documents"."end" IS 'Number of code points of the text.';

CREATE TABLE IF NOT EXISTS "sections" (
  "document_id" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "level" INTEGER NOT NULL,
  "heading" TEXT,
  "heading_start" INTEGER,
  "heading_end" INTEGER,
  "parent" TEXT,
  "text" TEXT,
  "start" INTEGER,
  "end" INTEGER,
  PRIMARY KEY ("document_id", "id")
);
ALTER TABLE "sections" ADD COLUMN IF NOT EXISTS "document_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "sections" ADD COLUMN IF NOT EXISTS "id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "sections" ADD COLUMN IF NOT EXISTS "ordinal" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "sections" ADD COLUMN IF NOT EXISTS "kind" TEXT NOT NULL DEFAULT '';
ALTER TABLE "sections" ADD COLUMN IF NOT EXISTS "level" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "sections" ADD COLUMN IF NOT EXISTS "heading" TEXT;
ALTER TABLE "sections" ADD COLUMN IF NOT EXISTS "heading_start" INTEGER;
ALTER TABLE "sections" ADD COLUMN IF NOT EXISTS "heading_end" INTEGER;
ALTER TABLE "sections" ADD COLUMN IF NOT EXISTS "parent" TEXT;
ALTER TABLE "sections" ADD COLUMN IF NOT EXISTS "text" TEXT;
ALTER TABLE "sections" ADD COLUMN IF NOT EXISTS "start" INTEGER;
ALTER TABLE "sections" ADD COLUMN IF NOT EXISTS "end" INTEGER;
ALTER TABLE "sections" DROP CONSTRAINT IF EXISTS "sections_document_id_check";
ALTER TABLE "sections" DROP CONSTRAINT IF EXISTS "sections_id_check";
ALTER TABLE "sections" DROP CONSTRAINT IF EXISTS "sections_ordinal_check";
ALTER TABLE "sections" DROP CONSTRAINT IF EXISTS "sections_kind_check";
ALTER TABLE "sections" ADD CONSTRAINT "sections_kind_check" CHECK ("kind" IN ('body', 'plan', 'objectives', 'priorities', 'preamble', 'annex', 'notes', 'backgrounder', 'contact', 'quick_facts', 'boilerplate', 'other'));
ALTER TABLE "sections" DROP CONSTRAINT IF EXISTS "sections_level_check";
ALTER TABLE "sections" DROP CONSTRAINT IF EXISTS "sections_heading_check";
ALTER TABLE "sections" DROP CONSTRAINT IF EXISTS "sections_heading_start_check";
ALTER TABLE "sections" DROP CONSTRAINT IF EXISTS "sections_heading_end_check";
ALTER TABLE "sections" DROP CONSTRAINT IF EXISTS "sections_parent_check";
ALTER TABLE "sections" DROP CONSTRAINT IF EXISTS "sections_text_check";
ALTER TABLE "sections" DROP CONSTRAINT IF EXISTS "sections_start_check";
ALTER TABLE "sections" DROP CONSTRAINT IF EXISTS "sections_end_check";
CREATE INDEX IF NOT EXISTS "sections_by_kind" ON "sections" ("kind");
CREATE INDEX IF NOT EXISTS "sections_by_parent" ON "sections" ("parent", "document_id");
COMMENT ON TABLE "sections" IS 'A section of the outline.';
COMMENT ON COLUMN "sections"."document_id" IS 'The document.';
COMMENT ON COLUMN "sections"."id" IS 'Unique in the document: `s1`.';
COMMENT ON COLUMN "sections"."ordinal" IS 'Its place in reading order, from 1.';
COMMENT ON COLUMN "sections"."kind" IS 'What it is for.';
COMMENT ON COLUMN "sections"."level" IS 'Depth; 1 is the level of the document''s title.';
COMMENT ON COLUMN "sections"."heading" IS 'Its heading, number included.';
COMMENT ON COLUMN "sections"."heading_start" IS 'First code point of the heading.';
COMMENT ON COLUMN "sections"."heading_end" IS 'One past its last code point.';
COMMENT ON COLUMN "sections"."parent" IS 'The section that holds it.';
COMMENT ON COLUMN "sections"."text" IS 'What stands in it, a paragraph, list entry or table row a line; without its items and sub-sections, which are rows of their own.';
COMMENT ON COLUMN "sections"."start" IS 'First code point of its first span.';
COMMENT ON COLUMN "sections"."end" IS 'One past the last code point of its first span.';

CREATE TABLE IF NOT EXISTS "section_spans" (
  "document_id" TEXT NOT NULL,
  "section" TEXT NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("document_id", "section", "ordinal")
);
ALTER TABLE "section_spans" ADD COLUMN IF NOT EXISTS "document_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "section_spans" ADD COLUMN IF NOT EXISTS "section" TEXT NOT NULL DEFAULT '';
ALTER TABLE "section_spans" ADD COLUMN IF NOT EXISTS "ordinal" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "section_spans" ADD COLUMN IF NOT EXISTS "start" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "section_spans" ADD COLUMN IF NOT EXISTS "end" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "section_spans" DROP CONSTRAINT IF EXISTS "section_spans_document_id_check";
ALTER TABLE "section_spans" DROP CONSTRAINT IF EXISTS "section_spans_section_check";
ALTER TABLE "section_spans" DROP CONSTRAINT IF EXISTS "section_spans_ordinal_check";
ALTER TABLE "section_spans" DROP CONSTRAINT IF EXISTS "section_spans_start_check";
ALTER TABLE "section_spans" DROP CONSTRAINT IF EXISTS "section_spans_end_check";
COMMENT ON TABLE "section_spans" IS 'An uninterrupted stretch of a section.';
COMMENT ON COLUMN "section_spans"."document_id" IS 'The document.';
COMMENT ON COLUMN "section_spans"."section" IS 'The section.';
COMMENT ON COLUMN "section_spans"."ordinal" IS 'Its place in the section, from 1.';
COMMENT ON COLUMN "section_spans"."start" IS 'First code point.';
COMMENT ON COLUMN "section_spans"."end" IS 'One past the last code point.';

CREATE TABLE IF NOT EXISTS "section_blocks" (
  "document_id" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "section" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "parent" TEXT,
  "marker" TEXT,
  "text" TEXT,
  "item" TEXT,
  "start" INTEGER,
  "end" INTEGER,
  PRIMARY KEY ("document_id", "id")
);
ALTER TABLE "section_blocks" ADD COLUMN IF NOT EXISTS "document_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "section_blocks" ADD COLUMN IF NOT EXISTS "id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "section_blocks" ADD COLUMN IF NOT EXISTS "ordinal" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "section_blocks" ADD COLUMN IF NOT EXISTS "section" TEXT NOT NULL DEFAULT '';
ALTER TABLE "section_blocks" ADD COLUMN IF NOT EXISTS "kind" TEXT NOT NULL DEFAULT '';
ALTER TABLE "section_blocks" ADD COLUMN IF NOT EXISTS "parent" TEXT;
ALTER TABLE "section_blocks" ADD COLUMN IF NOT EXISTS "marker" TEXT;
ALTER TABLE "section_blocks" ADD COLUMN IF NOT EXISTS "text" TEXT;
ALTER TABLE "section_blocks" ADD COLUMN IF NOT EXISTS "item" TEXT;
ALTER TABLE "section_blocks" ADD COLUMN IF NOT EXISTS "start" INTEGER;
ALTER TABLE "section_blocks" ADD COLUMN IF NOT EXISTS "end" INTEGER;
ALTER TABLE "section_blocks" DROP CONSTRAINT IF EXISTS "section_blocks_document_id_check";
ALTER TABLE "section_blocks" DROP CONSTRAINT IF EXISTS "section_blocks_id_check";
ALTER TABLE "section_blocks" DROP CONSTRAINT IF EXISTS "section_blocks_ordinal_check";
ALTER TABLE "section_blocks" DROP CONSTRAINT IF EXISTS "section_blocks_section_check";
ALTER TABLE "section_blocks" DROP CONSTRAINT IF EXISTS "section_blocks_kind_check";
ALTER TABLE "section_blocks" ADD CONSTRAINT "section_blocks_kind_check" CHECK ("kind" IN ('paragraph', 'list', 'entry', 'table', 'row', 'header', 'cell', 'item'));
ALTER TABLE "section_blocks" DROP CONSTRAINT IF EXISTS "section_blocks_parent_check";
ALTER TABLE "section_blocks" DROP CONSTRAINT IF EXISTS "section_blocks_marker_check";
ALTER TABLE "section_blocks" DROP CONSTRAINT IF EXISTS "section_blocks_text_check";
ALTER TABLE "section_blocks" DROP CONSTRAINT IF EXISTS "section_blocks_item_check";
ALTER TABLE "section_blocks" DROP CONSTRAINT IF EXISTS "section_blocks_start_check";
ALTER TABLE "section_blocks" DROP CONSTRAINT IF EXISTS "section_blocks_end_check";
CREATE INDEX IF NOT EXISTS "section_blocks_by_section" ON "section_blocks" ("section", "document_id");
CREATE INDEX IF NOT EXISTS "section_blocks_by_parent" ON "section_blocks" ("parent", "document_id");
CREATE INDEX IF NOT EXISTS "section_blocks_by_item" ON "section_blocks" ("item", "document_id");
ALTER TABLE "section_blocks" DROP COLUMN IF EXISTS "search";
ALTER TABLE "section_blocks" ADD COLUMN "search" tsvector
  GENERATED ALWAYS AS (to_tsvector('english'::regconfig, left(coalesce("text", ''), 200000))) STORED;
CREATE INDEX IF NOT EXISTS "section_blocks_by_search" ON "section_blocks" USING gin ("search");
COMMENT ON COLUMN "section_blocks"."search" IS 'Its words, for full text: search @@ websearch_to_tsquery(''english'', ''…'').';
COMMENT ON TABLE "section_blocks" IS 'A block of a section, or a part of one: paragraph, list, entry, table, row, header, cell, item.';
COMMENT ON COLUMN "section_blocks"."document_id" IS 'The document.';
COMMENT ON COLUMN "section_blocks"."id" IS 'Unique in the document, in reading order: `b1`.';
COMMENT ON COLUMN "section_blocks"."ordinal" IS 'Its place in reading order, from 1.';
COMMENT ON COLUMN "section_blocks"."section" IS 'The section.';
COMMENT ON COLUMN "section_blocks"."kind" IS 'What it is.';
COMMENT ON COLUMN "section_blocks"."parent" IS 'The list, entry, table or row that holds it.';
COMMENT ON COLUMN "section_blocks"."marker" IS 'The marker of an entry, as printed.';
COMMENT ON COLUMN "section_blocks"."text" IS 'The words of a paragraph, entry or cell.';
COMMENT ON COLUMN "section_blocks"."item" IS 'The item that it is.';
COMMENT ON COLUMN "section_blocks"."start" IS 'First code point of its first span.';
COMMENT ON COLUMN "section_blocks"."end" IS 'One past the last code point of its first span.';

CREATE TABLE IF NOT EXISTS "section_block_spans" (
  "document_id" TEXT NOT NULL,
  "block" TEXT NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("document_id", "block", "ordinal")
);
ALTER TABLE "section_block_spans" ADD COLUMN IF NOT EXISTS "document_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "section_block_spans" ADD COLUMN IF NOT EXISTS "block" TEXT NOT NULL DEFAULT '';
ALTER TABLE "section_block_spans" ADD COLUMN IF NOT EXISTS "ordinal" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "section_block_spans" ADD COLUMN IF NOT EXISTS "start" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "section_block_spans" ADD COLUMN IF NOT EXISTS "end" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "section_block_spans" DROP CONSTRAINT IF EXISTS "section_block_spans_document_id_check";
ALTER TABLE "section_block_spans" DROP CONSTRAINT IF EXISTS "section_block_spans_block_check";
ALTER TABLE "section_block_spans" DROP CONSTRAINT IF EXISTS "section_block_spans_ordinal_check";
ALTER TABLE "section_block_spans" DROP CONSTRAINT IF EXISTS "section_block_spans_start_check";
ALTER TABLE "section_block_spans" DROP CONSTRAINT IF EXISTS "section_block_spans_end_check";
COMMENT ON TABLE "section_block_spans" IS 'A span of a block.';
COMMENT ON COLUMN "section_block_spans"."document_id" IS 'The document.';
COMMENT ON COLUMN "section_block_spans"."block" IS 'The block.';
COMMENT ON COLUMN "section_block_spans"."ordinal" IS 'Its place in the block, from 1.';
COMMENT ON COLUMN "section_block_spans"."start" IS 'First code point.';
COMMENT ON COLUMN "section_block_spans"."end" IS 'One past the last code point.';

CREATE TABLE IF NOT EXISTS "parts" (
  "document_id" TEXT NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "section" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "title" TEXT,
  "issued" TEXT,
  "issued_basis" TEXT,
  "issued_date" TEXT,
  "start" INTEGER,
  "end" INTEGER,
  PRIMARY KEY ("document_id", "ordinal")
);
ALTER TABLE "parts" ADD COLUMN IF NOT EXISTS "document_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "parts" ADD COLUMN IF NOT EXISTS "ordinal" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "parts" ADD COLUMN IF NOT EXISTS "section" TEXT NOT NULL DEFAULT '';
ALTER TABLE "parts" ADD COLUMN IF NOT EXISTS "kind" TEXT NOT NULL DEFAULT '';
ALTER TABLE "parts" ADD COLUMN IF NOT EXISTS "title" TEXT;
ALTER TABLE "parts" ADD COLUMN IF NOT EXISTS "issued" TEXT;
ALTER TABLE "parts" ADD COLUMN IF NOT EXISTS "issued_basis" TEXT;
ALTER TABLE "parts" ADD COLUMN IF NOT EXISTS "issued_date" TEXT;
ALTER TABLE "parts" ADD COLUMN IF NOT EXISTS "start" INTEGER;
ALTER TABLE "parts" ADD COLUMN IF NOT EXISTS "end" INTEGER;
ALTER TABLE "parts" DROP CONSTRAINT IF EXISTS "parts_document_id_check";
ALTER TABLE "parts" DROP CONSTRAINT IF EXISTS "parts_ordinal_check";
ALTER TABLE "parts" DROP CONSTRAINT IF EXISTS "parts_section_check";
ALTER TABLE "parts" DROP CONSTRAINT IF EXISTS "parts_kind_check";
ALTER TABLE "parts" ADD CONSTRAINT "parts_kind_check" CHECK ("kind" IN ('body', 'plan', 'objectives', 'priorities', 'preamble', 'annex', 'notes', 'backgrounder', 'contact', 'quick_facts', 'boilerplate', 'other'));
ALTER TABLE "parts" DROP CONSTRAINT IF EXISTS "parts_title_check";
ALTER TABLE "parts" DROP CONSTRAINT IF EXISTS "parts_issued_check";
ALTER TABLE "parts" DROP CONSTRAINT IF EXISTS "parts_issued_basis_check";
ALTER TABLE "parts" ADD CONSTRAINT "parts_issued_basis_check" CHECK ("issued_basis" IN ('explicit', 'anchored', 'inferred'));
ALTER TABLE "parts" DROP CONSTRAINT IF EXISTS "parts_issued_date_check";
ALTER TABLE "parts" DROP CONSTRAINT IF EXISTS "parts_start_check";
ALTER TABLE "parts" DROP CONSTRAINT IF EXISTS "parts_end_check";
CREATE INDEX IF NOT EXISTS "parts_by_section" ON "parts" ("section", "document_id");
CREATE INDEX IF NOT EXISTS "parts_by_issued_date" ON "parts" ("issued_date", "document_id");
COMMENT ON TABLE "parts" IS 'A paper of its own in a file that holds several: a release, its backgrounder, its annexes.';
COMMENT ON COLUMN "parts"."document_id" IS 'The document.';
COMMENT ON COLUMN "parts"."ordinal" IS 'Its place in the file, from 1.';
COMMENT ON COLUMN "parts"."section" IS 'The section that it begins with.';
COMMENT ON COLUMN "parts"."kind" IS 'What it is: the kind of that section.';
COMMENT ON COLUMN "parts"."title" IS 'Its own title.';
COMMENT ON COLUMN "parts"."issued" IS 'When it was issued, EDTF level 1, where it says so itself.';
COMMENT ON COLUMN "parts"."issued_basis" IS 'How that date was found.';
COMMENT ON COLUMN "parts"."issued_date" IS 'The date that says it.';
COMMENT ON COLUMN "parts"."start" IS 'First code point of the title.';
COMMENT ON COLUMN "parts"."end" IS 'One past its last code point.';

CREATE TABLE IF NOT EXISTS "items" (
  "document_id" TEXT NOT NULL,
  "ref" TEXT NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "number" TEXT,
  "number_start" INTEGER,
  "number_end" INTEGER,
  "level" INTEGER,
  "kind" TEXT NOT NULL,
  "title" TEXT,
  "text" TEXT,
  "parent" TEXT,
  "section" TEXT,
  "start" INTEGER,
  "end" INTEGER,
  PRIMARY KEY ("document_id", "ref")
);
ALTER TABLE "items" ADD COLUMN IF NOT EXISTS "document_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "items" ADD COLUMN IF NOT EXISTS "ref" TEXT NOT NULL DEFAULT '';
ALTER TABLE "items" ADD COLUMN IF NOT EXISTS "ordinal" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "items" ADD COLUMN IF NOT EXISTS "number" TEXT;
ALTER TABLE "items" ADD COLUMN IF NOT EXISTS "number_start" INTEGER;
ALTER TABLE "items" ADD COLUMN IF NOT EXISTS "number_end" INTEGER;
ALTER TABLE "items" ADD COLUMN IF NOT EXISTS "level" INTEGER;
ALTER TABLE "items" ADD COLUMN IF NOT EXISTS "kind" TEXT NOT NULL DEFAULT '';
ALTER TABLE "items" ADD COLUMN IF NOT EXISTS "title" TEXT;
ALTER TABLE "items" ADD COLUMN IF NOT EXISTS "text" TEXT;
ALTER TABLE "items" ADD COLUMN IF NOT EXISTS "parent" TEXT;
ALTER TABLE "items" ADD COLUMN IF NOT EXISTS "section" TEXT;
ALTER TABLE "items" ADD COLUMN IF NOT EXISTS "start" INTEGER;
ALTER TABLE "items" ADD COLUMN IF NOT EXISTS "end" INTEGER;
ALTER TABLE "items" DROP CONSTRAINT IF EXISTS "items_document_id_check";
ALTER TABLE "items" DROP CONSTRAINT IF EXISTS "items_ref_check";
ALTER TABLE "items" DROP CONSTRAINT IF EXISTS "items_ordinal_check";
ALTER TABLE "items" DROP CONSTRAINT IF EXISTS "items_number_check";
ALTER TABLE "items" DROP CONSTRAINT IF EXISTS "items_number_start_check";
ALTER TABLE "items" DROP CONSTRAINT IF EXISTS "items_number_end_check";
ALTER TABLE "items" DROP CONSTRAINT IF EXISTS "items_level_check";
ALTER TABLE "items" DROP CONSTRAINT IF EXISTS "items_kind_check";
ALTER TABLE "items" ADD CONSTRAINT "items_kind_check" CHECK ("kind" IN ('framework', 'theme', 'area', 'action', 'sub_action', 'paragraph', 'clause', 'activity', 'topic', 'priority', 'objective'));
ALTER TABLE "items" DROP CONSTRAINT IF EXISTS "items_title_check";
ALTER TABLE "items" DROP CONSTRAINT IF EXISTS "items_text_check";
ALTER TABLE "items" DROP CONSTRAINT IF EXISTS "items_parent_check";
ALTER TABLE "items" DROP CONSTRAINT IF EXISTS "items_section_check";
ALTER TABLE "items" DROP CONSTRAINT IF EXISTS "items_start_check";
ALTER TABLE "items" DROP CONSTRAINT IF EXISTS "items_end_check";
CREATE INDEX IF NOT EXISTS "items_by_kind" ON "items" ("kind");
CREATE INDEX IF NOT EXISTS "items_by_parent" ON "items" ("parent", "document_id");
CREATE INDEX IF NOT EXISTS "items_by_section" ON "items" ("section", "document_id");
ALTER TABLE "items" DROP COLUMN IF EXISTS "search";
ALTER TABLE "items" ADD COLUMN "search" tsvector
  GENERATED ALWAYS AS (to_tsvector('english'::regconfig, left(coalesce("title", '') || ' ' || coalesce("text", ''), 200000))) STORED;
CREATE INDEX IF NOT EXISTS "items_by_search" ON "items" USING gin ("search");
COMMENT ON COLUMN "items"."search" IS 'Its words, for full text: search @@ websearch_to_tsquery(''english'', ''…'').';
COMMENT ON TABLE "items" IS 'A numbered, lettered or bulleted provision.';
COMMENT ON COLUMN "items"."document_id" IS 'The document.';
COMMENT ON COLUMN "items"."ref" IS 'Unique in the document: the path of numbers, `A.2.4.5`, or of a bullet the section and a running number.';
COMMENT ON COLUMN "items"."ordinal" IS 'Its place in reading order, from 1.';
COMMENT ON COLUMN "items"."number" IS 'The number without closing stop or brackets.';
COMMENT ON COLUMN "items"."number_start" IS 'First code point of the number.';
COMMENT ON COLUMN "items"."number_end" IS 'One past its last code point.';
COMMENT ON COLUMN "items"."level" IS 'Depth of the number; unknown for a bullet.';
COMMENT ON COLUMN "items"."kind" IS 'What it does.';
COMMENT ON COLUMN "items"."title" IS 'The title of a framework, theme, area or topic.';
COMMENT ON COLUMN "items"."text" IS 'The whole provision of any other kind, sub-items excluded.';
COMMENT ON COLUMN "items"."parent" IS 'The item above.';
COMMENT ON COLUMN "items"."section" IS 'The section that it stands in.';
COMMENT ON COLUMN "items"."start" IS 'First code point of its first span, number excluded.';
COMMENT ON COLUMN "items"."end" IS 'One past the last code point of its first span.';

CREATE TABLE IF NOT EXISTS "item_spans" (
  "document_id" TEXT NOT NULL,
  "item" TEXT NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("document_id", "item", "ordinal")
);
ALTER TABLE "item_spans" ADD COLUMN IF NOT EXISTS "document_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "item_spans" ADD COLUMN IF NOT EXISTS "item" TEXT NOT NULL DEFAULT '';
ALTER TABLE "item_spans" ADD COLUMN IF NOT EXISTS "ordinal" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "item_spans" ADD COLUMN IF NOT EXISTS "start" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "item_spans" ADD COLUMN IF NOT EXISTS "end" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "item_spans" DROP CONSTRAINT IF EXISTS "item_spans_document_id_check";
ALTER TABLE "item_spans" DROP CONSTRAINT IF EXISTS "item_spans_item_check";
ALTER TABLE "item_spans" DROP CONSTRAINT IF EXISTS "item_spans_ordinal_check";
ALTER TABLE "item_spans" DROP CONSTRAINT IF EXISTS "item_spans_start_check";
ALTER TABLE "item_spans" DROP CONSTRAINT IF EXISTS "item_spans_end_check";
COMMENT ON TABLE "item_spans" IS 'A span of an item.';
COMMENT ON COLUMN "item_spans"."document_id" IS 'The document.';
COMMENT ON COLUMN "item_spans"."item" IS 'The item.';
COMMENT ON COLUMN "item_spans"."ordinal" IS 'Its place in the item, from 1.';
COMMENT ON COLUMN "item_spans"."start" IS 'First code point.';
COMMENT ON COLUMN "item_spans"."end" IS 'One past the last code point.';

CREATE TABLE IF NOT EXISTS "dates" (
  "document_id" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "edtf" TEXT,
  "earliest" DATE,
  "latest" DATE,
  "kind" TEXT NOT NULL,
  "mod" TEXT,
  "basis" TEXT NOT NULL,
  "anchor" TEXT,
  "role" TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("document_id", "id")
);
ALTER TABLE "dates" ADD COLUMN IF NOT EXISTS "document_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "dates" ADD COLUMN IF NOT EXISTS "id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "dates" ADD COLUMN IF NOT EXISTS "text" TEXT NOT NULL DEFAULT '';
ALTER TABLE "dates" ADD COLUMN IF NOT EXISTS "edtf" TEXT;
ALTER TABLE "dates" ADD COLUMN IF NOT EXISTS "earliest" DATE;
ALTER TABLE "dates" ADD COLUMN IF NOT EXISTS "latest" DATE;
ALTER TABLE "dates" ADD COLUMN IF NOT EXISTS "kind" TEXT NOT NULL DEFAULT '';
ALTER TABLE "dates" ADD COLUMN IF NOT EXISTS "mod" TEXT;
ALTER TABLE "dates" ADD COLUMN IF NOT EXISTS "basis" TEXT NOT NULL DEFAULT '';
ALTER TABLE "dates" ADD COLUMN IF NOT EXISTS "anchor" TEXT;
ALTER TABLE "dates" ADD COLUMN IF NOT EXISTS "role" TEXT NOT NULL DEFAULT '';
ALTER TABLE "dates" ADD COLUMN IF NOT EXISTS "start" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "dates" ADD COLUMN IF NOT EXISTS "end" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "dates" DROP CONSTRAINT IF EXISTS "dates_document_id_check";
ALTER TABLE "dates" DROP CONSTRAINT IF EXISTS "dates_id_check";
ALTER TABLE "dates" DROP CONSTRAINT IF EXISTS "dates_text_check";
ALTER TABLE "dates" DROP CONSTRAINT IF EXISTS "dates_edtf_check";
ALTER TABLE "dates" DROP CONSTRAINT IF EXISTS "dates_earliest_check";
ALTER TABLE "dates" DROP CONSTRAINT IF EXISTS "dates_latest_check";
ALTER TABLE "dates" DROP CONSTRAINT IF EXISTS "dates_kind_check";
ALTER TABLE "dates" ADD CONSTRAINT "dates_kind_check" CHECK ("kind" IN ('date', 'interval', 'duration', 'set'));
ALTER TABLE "dates" DROP CONSTRAINT IF EXISTS "dates_mod_check";
ALTER TABLE "dates" ADD CONSTRAINT "dates_mod_check" CHECK ("mod" IN ('start', 'mid', 'end', 'approx', 'before', 'after', 'since', 'until', 'by'));
ALTER TABLE "dates" DROP CONSTRAINT IF EXISTS "dates_basis_check";
ALTER TABLE "dates" ADD CONSTRAINT "dates_basis_check" CHECK ("basis" IN ('explicit', 'anchored', 'inferred'));
ALTER TABLE "dates" DROP CONSTRAINT IF EXISTS "dates_anchor_check";
ALTER TABLE "dates" DROP CONSTRAINT IF EXISTS "dates_role_check";
ALTER TABLE "dates" ADD CONSTRAINT "dates_role_check" CHECK ("role" IN ('issued', 'event', 'deadline', 'period', 'retrieved', 'modified', 'in_name', 'other'));
ALTER TABLE "dates" DROP CONSTRAINT IF EXISTS "dates_start_check";
ALTER TABLE "dates" DROP CONSTRAINT IF EXISTS "dates_end_check";
CREATE INDEX IF NOT EXISTS "dates_by_earliest_latest" ON "dates" ("earliest", "latest");
CREATE INDEX IF NOT EXISTS "dates_by_role" ON "dates" ("role");
CREATE INDEX IF NOT EXISTS "dates_by_anchor" ON "dates" ("anchor", "document_id");
COMMENT ON TABLE "dates" IS 'A date expression.';
COMMENT ON COLUMN "dates"."document_id" IS 'The document.';
COMMENT ON COLUMN "dates"."id" IS 'Unique in the document: `d1`.';
COMMENT ON COLUMN "dates"."text" IS 'The bare expression.';
COMMENT ON COLUMN "dates"."edtf" IS 'EDTF level 1; ISO 8601 for a duration or a set.';
COMMENT ON COLUMN "dates"."earliest" IS 'Earliest day that it can mean; unknown where that end is open, or outside the years 1 to 9999.';
COMMENT ON COLUMN "dates"."latest" IS 'Latest day that it can mean; unknown where that end is open, or outside the years 1 to 9999.';
COMMENT ON COLUMN "dates"."kind" IS 'What the expression names.';
COMMENT ON COLUMN "dates"."mod" IS 'What a word beside it makes of it.';
COMMENT ON COLUMN "dates"."basis" IS 'How its value was found.';
COMMENT ON COLUMN "dates"."anchor" IS 'The date that it was computed from.';
COMMENT ON COLUMN "dates"."role" IS 'What it is to the document.';
COMMENT ON COLUMN "dates"."start" IS 'First code point.';
COMMENT ON COLUMN "dates"."end" IS 'One past the last code point.';

CREATE TABLE IF NOT EXISTS "amounts" (
  "document_id" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "value" NUMERIC NOT NULL,
  "value_max" NUMERIC,
  "currency" TEXT,
  "currency_basis" TEXT,
  "qualifier" TEXT,
  "unit" TEXT,
  "per" TEXT,
  "period" TEXT,
  "role" TEXT,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("document_id", "id")
);
ALTER TABLE "amounts" ADD COLUMN IF NOT EXISTS "document_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "amounts" ADD COLUMN IF NOT EXISTS "id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "amounts" ADD COLUMN IF NOT EXISTS "text" TEXT NOT NULL DEFAULT '';
ALTER TABLE "amounts" ADD COLUMN IF NOT EXISTS "kind" TEXT NOT NULL DEFAULT '';
ALTER TABLE "amounts" ADD COLUMN IF NOT EXISTS "value" NUMERIC NOT NULL DEFAULT '';
ALTER TABLE "amounts" ADD COLUMN IF NOT EXISTS "value_max" NUMERIC;
ALTER TABLE "amounts" ADD COLUMN IF NOT EXISTS "currency" TEXT;
ALTER TABLE "amounts" ADD COLUMN IF NOT EXISTS "currency_basis" TEXT;
ALTER TABLE "amounts" ADD COLUMN IF NOT EXISTS "qualifier" TEXT;
ALTER TABLE "amounts" ADD COLUMN IF NOT EXISTS "unit" TEXT;
ALTER TABLE "amounts" ADD COLUMN IF NOT EXISTS "per" TEXT;
ALTER TABLE "amounts" ADD COLUMN IF NOT EXISTS "period" TEXT;
ALTER TABLE "amounts" ADD COLUMN IF NOT EXISTS "role" TEXT;
ALTER TABLE "amounts" ADD COLUMN IF NOT EXISTS "start" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "amounts" ADD COLUMN IF NOT EXISTS "end" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "amounts" DROP CONSTRAINT IF EXISTS "amounts_document_id_check";
ALTER TABLE "amounts" DROP CONSTRAINT IF EXISTS "amounts_id_check";
ALTER TABLE "amounts" DROP CONSTRAINT IF EXISTS "amounts_text_check";
ALTER TABLE "amounts" DROP CONSTRAINT IF EXISTS "amounts_kind_check";
ALTER TABLE "amounts" ADD CONSTRAINT "amounts_kind_check" CHECK ("kind" IN ('money', 'percent', 'count'));
ALTER TABLE "amounts" DROP CONSTRAINT IF EXISTS "amounts_value_check";
ALTER TABLE "amounts" DROP CONSTRAINT IF EXISTS "amounts_value_max_check";
ALTER TABLE "amounts" DROP CONSTRAINT IF EXISTS "amounts_currency_check";
ALTER TABLE "amounts" DROP CONSTRAINT IF EXISTS "amounts_currency_basis_check";
ALTER TABLE "amounts" ADD CONSTRAINT "amounts_currency_basis_check" CHECK ("currency_basis" IN ('explicit', 'symbol', 'inferred'));
ALTER TABLE "amounts" DROP CONSTRAINT IF EXISTS "amounts_qualifier_check";
ALTER TABLE "amounts" ADD CONSTRAINT "amounts_qualifier_check" CHECK ("qualifier" IN ('approx', 'at_least', 'at_most', 'over', 'under', 'nearly'));
ALTER TABLE "amounts" DROP CONSTRAINT IF EXISTS "amounts_unit_check";
ALTER TABLE "amounts" DROP CONSTRAINT IF EXISTS "amounts_per_check";
ALTER TABLE "amounts" DROP CONSTRAINT IF EXISTS "amounts_period_check";
ALTER TABLE "amounts" DROP CONSTRAINT IF EXISTS "amounts_role_check";
ALTER TABLE "amounts" DROP CONSTRAINT IF EXISTS "amounts_start_check";
ALTER TABLE "amounts" DROP CONSTRAINT IF EXISTS "amounts_end_check";
CREATE INDEX IF NOT EXISTS "amounts_by_kind_currency_value" ON "amounts" ("kind", "currency", "value");
CREATE INDEX IF NOT EXISTS "amounts_by_value" ON "amounts" ("value");
COMMENT ON TABLE "amounts" IS 'An amount of money, a percentage or a count.';
COMMENT ON COLUMN "amounts"."document_id" IS 'The document.';
COMMENT ON COLUMN "amounts"."id" IS 'Unique in the document: `a1`.';
COMMENT ON COLUMN "amounts"."text" IS 'Number and unit, without the qualifier.';
COMMENT ON COLUMN "amounts"."kind" IS 'What it counts.';
COMMENT ON COLUMN "amounts"."value" IS 'The figure, exact, in major units; the lower end of a range.';
COMMENT ON COLUMN "amounts"."value_max" IS 'The upper end of a range.';
COMMENT ON COLUMN "amounts"."currency" IS 'ISO 4217 code, of money.';
COMMENT ON COLUMN "amounts"."currency_basis" IS 'How the currency was found.';
COMMENT ON COLUMN "amounts"."qualifier" IS 'What a word beside it makes of it.';
COMMENT ON COLUMN "amounts"."unit" IS 'What is counted, of a count.';
COMMENT ON COLUMN "amounts"."per" IS 'What it is paid or counted for each of: `year`, `child`, `tonne`.';
COMMENT ON COLUMN "amounts"."period" IS 'The time that it is spread over: ISO 8601 (`P5Y`) or an EDTF interval (`2019/2022`).';
COMMENT ON COLUMN "amounts"."role" IS 'What it is for, in a word.';
COMMENT ON COLUMN "amounts"."start" IS 'First code point.';
COMMENT ON COLUMN "amounts"."end" IS 'One past the last code point.';

CREATE TABLE IF NOT EXISTS "amount_currencies" (
  "document_id" TEXT NOT NULL,
  "amount" TEXT NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "currency" TEXT NOT NULL,
  PRIMARY KEY ("document_id", "amount", "ordinal")
);
ALTER TABLE "amount_currencies" ADD COLUMN IF NOT EXISTS "document_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "amount_currencies" ADD COLUMN IF NOT EXISTS "amount" TEXT NOT NULL DEFAULT '';
ALTER TABLE "amount_currencies" ADD COLUMN IF NOT EXISTS "ordinal" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "amount_currencies" ADD COLUMN IF NOT EXISTS "currency" TEXT NOT NULL DEFAULT '';
ALTER TABLE "amount_currencies" DROP CONSTRAINT IF EXISTS "amount_currencies_document_id_check";
ALTER TABLE "amount_currencies" DROP CONSTRAINT IF EXISTS "amount_currencies_amount_check";
ALTER TABLE "amount_currencies" DROP CONSTRAINT IF EXISTS "amount_currencies_ordinal_check";
ALTER TABLE "amount_currencies" DROP CONSTRAINT IF EXISTS "amount_currencies_currency_check";
COMMENT ON TABLE "amount_currencies" IS 'A currency that an amount''s form can mean, where it can mean several.';
COMMENT ON COLUMN "amount_currencies"."document_id" IS 'The document.';
COMMENT ON COLUMN "amount_currencies"."amount" IS 'The amount.';
COMMENT ON COLUMN "amount_currencies"."ordinal" IS 'Its place in the list, from 1.';
COMMENT ON COLUMN "amount_currencies"."currency" IS 'ISO 4217 code.';

CREATE TABLE IF NOT EXISTS "entities" (
  "document_id" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "acronym" TEXT,
  "iso3166" TEXT,
  "wikidata" TEXT,
  "start" INTEGER,
  "end" INTEGER,
  PRIMARY KEY ("document_id", "id")
);
ALTER TABLE "entities" ADD COLUMN IF NOT EXISTS "document_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "entities" ADD COLUMN IF NOT EXISTS "id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "entities" ADD COLUMN IF NOT EXISTS "kind" TEXT NOT NULL DEFAULT '';
ALTER TABLE "entities" ADD COLUMN IF NOT EXISTS "name" TEXT NOT NULL DEFAULT '';
ALTER TABLE "entities" ADD COLUMN IF NOT EXISTS "acronym" TEXT;
ALTER TABLE "entities" ADD COLUMN IF NOT EXISTS "iso3166" TEXT;
ALTER TABLE "entities" ADD COLUMN IF NOT EXISTS "wikidata" TEXT;
ALTER TABLE "entities" ADD COLUMN IF NOT EXISTS "start" INTEGER;
ALTER TABLE "entities" ADD COLUMN IF NOT EXISTS "end" INTEGER;
ALTER TABLE "entities" DROP CONSTRAINT IF EXISTS "entities_document_id_check";
ALTER TABLE "entities" DROP CONSTRAINT IF EXISTS "entities_id_check";
ALTER TABLE "entities" DROP CONSTRAINT IF EXISTS "entities_kind_check";
ALTER TABLE "entities" ADD CONSTRAINT "entities_kind_check" CHECK ("kind" IN ('person', 'organization', 'country', 'place', 'region', 'group', 'instrument', 'programme', 'event'));
ALTER TABLE "entities" DROP CONSTRAINT IF EXISTS "entities_name_check";
ALTER TABLE "entities" DROP CONSTRAINT IF EXISTS "entities_acronym_check";
ALTER TABLE "entities" DROP CONSTRAINT IF EXISTS "entities_iso3166_check";
ALTER TABLE "entities" DROP CONSTRAINT IF EXISTS "entities_wikidata_check";
ALTER TABLE "entities" DROP CONSTRAINT IF EXISTS "entities_start_check";
ALTER TABLE "entities" DROP CONSTRAINT IF EXISTS "entities_end_check";
CREATE INDEX IF NOT EXISTS "entities_by_id" ON "entities" ("id");
CREATE INDEX IF NOT EXISTS "entities_by_kind_name" ON "entities" ("kind", "name");
COMMENT ON TABLE "entities" IS 'A person, body, country, place, paper or meeting, as one document speaks of it. The id is the same in every document, so rows of several documents can be joined.';
COMMENT ON COLUMN "entities"."document_id" IS 'The document.';
COMMENT ON COLUMN "entities"."id" IS 'A stable key: `country:ca`.';
COMMENT ON COLUMN "entities"."kind" IS 'What it is.';
COMMENT ON COLUMN "entities"."name" IS 'The fullest form in the text, or the gazetteer''s.';
COMMENT ON COLUMN "entities"."acronym" IS 'Its acronym.';
COMMENT ON COLUMN "entities"."iso3166" IS 'ISO 3166-1 alpha-2 code, of a country.';
COMMENT ON COLUMN "entities"."wikidata" IS 'Wikidata item.';
COMMENT ON COLUMN "entities"."start" IS 'First code point of its first mention.';
COMMENT ON COLUMN "entities"."end" IS 'One past the last code point of its first mention.';

CREATE TABLE IF NOT EXISTS "entity_aliases" (
  "document_id" TEXT NOT NULL,
  "entity" TEXT NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "alias" TEXT NOT NULL,
  "reason" TEXT,
  PRIMARY KEY ("document_id", "entity", "ordinal")
);
ALTER TABLE "entity_aliases" ADD COLUMN IF NOT EXISTS "document_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "entity_aliases" ADD COLUMN IF NOT EXISTS "entity" TEXT NOT NULL DEFAULT '';
ALTER TABLE "entity_aliases" ADD COLUMN IF NOT EXISTS "ordinal" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "entity_aliases" ADD COLUMN IF NOT EXISTS "alias" TEXT NOT NULL DEFAULT '';
ALTER TABLE "entity_aliases" ADD COLUMN IF NOT EXISTS "reason" TEXT;
ALTER TABLE "entity_aliases" DROP CONSTRAINT IF EXISTS "entity_aliases_document_id_check";
ALTER TABLE "entity_aliases" DROP CONSTRAINT IF EXISTS "entity_aliases_entity_check";
ALTER TABLE "entity_aliases" DROP CONSTRAINT IF EXISTS "entity_aliases_ordinal_check";
ALTER TABLE "entity_aliases" DROP CONSTRAINT IF EXISTS "entity_aliases_alias_check";
ALTER TABLE "entity_aliases" DROP CONSTRAINT IF EXISTS "entity_aliases_reason_check";
ALTER TABLE "entity_aliases" ADD CONSTRAINT "entity_aliases_reason_check" CHECK ("reason" IN ('definition', 'lexicon', 'initials', 'surname', 'shortened', 'variant'));
CREATE INDEX IF NOT EXISTS "entity_aliases_by_alias" ON "entity_aliases" ("alias");
COMMENT ON TABLE "entity_aliases" IS 'Another form of an entity''s name.';
COMMENT ON COLUMN "entity_aliases"."document_id" IS 'The document.';
COMMENT ON COLUMN "entity_aliases"."entity" IS 'The entity.';
COMMENT ON COLUMN "entity_aliases"."ordinal" IS 'Its place in the list, from 1.';
COMMENT ON COLUMN "entity_aliases"."alias" IS 'The other form.';
COMMENT ON COLUMN "entity_aliases"."reason" IS 'Why it is taken for this entity.';

CREATE TABLE IF NOT EXISTS "entity_members" (
  "document_id" TEXT NOT NULL,
  "entity" TEXT NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "iso3166" TEXT NOT NULL,
  PRIMARY KEY ("document_id", "entity", "ordinal")
);
ALTER TABLE "entity_members" ADD COLUMN IF NOT EXISTS "document_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "entity_members" ADD COLUMN IF NOT EXISTS "entity" TEXT NOT NULL DEFAULT '';
ALTER TABLE "entity_members" ADD COLUMN IF NOT EXISTS "ordinal" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "entity_members" ADD COLUMN IF NOT EXISTS "iso3166" TEXT NOT NULL DEFAULT '';
ALTER TABLE "entity_members" DROP CONSTRAINT IF EXISTS "entity_members_document_id_check";
ALTER TABLE "entity_members" DROP CONSTRAINT IF EXISTS "entity_members_entity_check";
ALTER TABLE "entity_members" DROP CONSTRAINT IF EXISTS "entity_members_ordinal_check";
ALTER TABLE "entity_members" DROP CONSTRAINT IF EXISTS "entity_members_iso3166_check";
CREATE INDEX IF NOT EXISTS "entity_members_by_iso3166" ON "entity_members" ("iso3166");
COMMENT ON TABLE "entity_members" IS 'A member of a group of countries.';
COMMENT ON COLUMN "entity_members"."document_id" IS 'The document.';
COMMENT ON COLUMN "entity_members"."entity" IS 'The group.';
COMMENT ON COLUMN "entity_members"."ordinal" IS 'Its place in the list, from 1.';
COMMENT ON COLUMN "entity_members"."iso3166" IS 'ISO 3166-1 alpha-2 code of the member.';

CREATE TABLE IF NOT EXISTS "mentions" (
  "document_id" TEXT NOT NULL,
  "entity" TEXT NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  "by" TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("document_id", "entity", "ordinal")
);
ALTER TABLE "mentions" ADD COLUMN IF NOT EXISTS "document_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "mentions" ADD COLUMN IF NOT EXISTS "entity" TEXT NOT NULL DEFAULT '';
ALTER TABLE "mentions" ADD COLUMN IF NOT EXISTS "ordinal" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "mentions" ADD COLUMN IF NOT EXISTS "text" TEXT NOT NULL DEFAULT '';
ALTER TABLE "mentions" ADD COLUMN IF NOT EXISTS "by" TEXT NOT NULL DEFAULT '';
ALTER TABLE "mentions" ADD COLUMN IF NOT EXISTS "start" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "mentions" ADD COLUMN IF NOT EXISTS "end" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "mentions" DROP CONSTRAINT IF EXISTS "mentions_document_id_check";
ALTER TABLE "mentions" DROP CONSTRAINT IF EXISTS "mentions_entity_check";
ALTER TABLE "mentions" DROP CONSTRAINT IF EXISTS "mentions_ordinal_check";
ALTER TABLE "mentions" DROP CONSTRAINT IF EXISTS "mentions_text_check";
ALTER TABLE "mentions" DROP CONSTRAINT IF EXISTS "mentions_by_check";
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_by_check" CHECK ("by" IN ('name', 'alias', 'acronym', 'surname', 'anaphor'));
ALTER TABLE "mentions" DROP CONSTRAINT IF EXISTS "mentions_start_check";
ALTER TABLE "mentions" DROP CONSTRAINT IF EXISTS "mentions_end_check";
CREATE INDEX IF NOT EXISTS "mentions_by_entity" ON "mentions" ("entity");
COMMENT ON TABLE "mentions" IS 'A place where the text names an entity.';
COMMENT ON COLUMN "mentions"."document_id" IS 'The document.';
COMMENT ON COLUMN "mentions"."entity" IS 'The entity.';
COMMENT ON COLUMN "mentions"."ordinal" IS 'Its place among the entity''s mentions, from 1.';
COMMENT ON COLUMN "mentions"."text" IS 'The name alone, without article, possessive or title.';
COMMENT ON COLUMN "mentions"."by" IS 'How it names the entity.';
COMMENT ON COLUMN "mentions"."start" IS 'First code point.';
COMMENT ON COLUMN "mentions"."end" IS 'One past the last code point.';

CREATE TABLE IF NOT EXISTS "roles" (
  "document_id" TEXT NOT NULL,
  "entity" TEXT NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "title" TEXT NOT NULL,
  "of" TEXT,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("document_id", "entity", "ordinal")
);
ALTER TABLE "roles" ADD COLUMN IF NOT EXISTS "document_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "roles" ADD COLUMN IF NOT EXISTS "entity" TEXT NOT NULL DEFAULT '';
ALTER TABLE "roles" ADD COLUMN IF NOT EXISTS "ordinal" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "roles" ADD COLUMN IF NOT EXISTS "title" TEXT NOT NULL DEFAULT '';
ALTER TABLE "roles" ADD COLUMN IF NOT EXISTS "of" TEXT;
ALTER TABLE "roles" ADD COLUMN IF NOT EXISTS "start" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "roles" ADD COLUMN IF NOT EXISTS "end" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "roles" DROP CONSTRAINT IF EXISTS "roles_document_id_check";
ALTER TABLE "roles" DROP CONSTRAINT IF EXISTS "roles_entity_check";
ALTER TABLE "roles" DROP CONSTRAINT IF EXISTS "roles_ordinal_check";
ALTER TABLE "roles" DROP CONSTRAINT IF EXISTS "roles_title_check";
ALTER TABLE "roles" DROP CONSTRAINT IF EXISTS "roles_of_check";
ALTER TABLE "roles" DROP CONSTRAINT IF EXISTS "roles_start_check";
ALTER TABLE "roles" DROP CONSTRAINT IF EXISTS "roles_end_check";
CREATE INDEX IF NOT EXISTS "roles_by_title" ON "roles" ("title");
COMMENT ON TABLE "roles" IS 'A role of a person.';
COMMENT ON COLUMN "roles"."document_id" IS 'The document.';
COMMENT ON COLUMN "roles"."entity" IS 'The person.';
COMMENT ON COLUMN "roles"."ordinal" IS 'Its place among the person''s roles, from 1.';
COMMENT ON COLUMN "roles"."title" IS 'The title, as printed.';
COMMENT ON COLUMN "roles"."of" IS 'Name of the body or country.';
COMMENT ON COLUMN "roles"."start" IS 'First code point of the title.';
COMMENT ON COLUMN "roles"."end" IS 'One past its last code point.';

CREATE TABLE IF NOT EXISTS "acronyms" (
  "document_id" TEXT NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "short" TEXT NOT NULL,
  "long" TEXT NOT NULL,
  "entity" TEXT,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("document_id", "ordinal")
);
ALTER TABLE "acronyms" ADD COLUMN IF NOT EXISTS "document_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "acronyms" ADD COLUMN IF NOT EXISTS "ordinal" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "acronyms" ADD COLUMN IF NOT EXISTS "short" TEXT NOT NULL DEFAULT '';
ALTER TABLE "acronyms" ADD COLUMN IF NOT EXISTS "long" TEXT NOT NULL DEFAULT '';
ALTER TABLE "acronyms" ADD COLUMN IF NOT EXISTS "entity" TEXT;
ALTER TABLE "acronyms" ADD COLUMN IF NOT EXISTS "start" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "acronyms" ADD COLUMN IF NOT EXISTS "end" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "acronyms" DROP CONSTRAINT IF EXISTS "acronyms_document_id_check";
ALTER TABLE "acronyms" DROP CONSTRAINT IF EXISTS "acronyms_ordinal_check";
ALTER TABLE "acronyms" DROP CONSTRAINT IF EXISTS "acronyms_short_check";
ALTER TABLE "acronyms" DROP CONSTRAINT IF EXISTS "acronyms_long_check";
ALTER TABLE "acronyms" DROP CONSTRAINT IF EXISTS "acronyms_entity_check";
ALTER TABLE "acronyms" DROP CONSTRAINT IF EXISTS "acronyms_start_check";
ALTER TABLE "acronyms" DROP CONSTRAINT IF EXISTS "acronyms_end_check";
CREATE INDEX IF NOT EXISTS "acronyms_by_short" ON "acronyms" ("short");
CREATE INDEX IF NOT EXISTS "acronyms_by_entity" ON "acronyms" ("entity", "document_id");
COMMENT ON TABLE "acronyms" IS 'An acronym that the text itself defines.';
COMMENT ON COLUMN "acronyms"."document_id" IS 'The document.';
COMMENT ON COLUMN "acronyms"."ordinal" IS 'Its place in reading order, from 1.';
COMMENT ON COLUMN "acronyms"."short" IS 'The short form.';
COMMENT ON COLUMN "acronyms"."long" IS 'The words that its letters stand for.';
COMMENT ON COLUMN "acronyms"."entity" IS 'The entity that it names.';
COMMENT ON COLUMN "acronyms"."start" IS 'First code point of the definition.';
COMMENT ON COLUMN "acronyms"."end" IS 'One past its last code point.';

CREATE TABLE IF NOT EXISTS "quotes" (
  "document_id" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "speaker" TEXT,
  "speaker_text" TEXT,
  "speaker_start" INTEGER,
  "speaker_end" INTEGER,
  "cue" TEXT,
  "start" INTEGER,
  "end" INTEGER,
  PRIMARY KEY ("document_id", "id")
);
ALTER TABLE "quotes" ADD COLUMN IF NOT EXISTS "document_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "quotes" ADD COLUMN IF NOT EXISTS "id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "quotes" ADD COLUMN IF NOT EXISTS "text" TEXT NOT NULL DEFAULT '';
ALTER TABLE "quotes" ADD COLUMN IF NOT EXISTS "kind" TEXT NOT NULL DEFAULT '';
ALTER TABLE "quotes" ADD COLUMN IF NOT EXISTS "speaker" TEXT;
ALTER TABLE "quotes" ADD COLUMN IF NOT EXISTS "speaker_text" TEXT;
ALTER TABLE "quotes" ADD COLUMN IF NOT EXISTS "speaker_start" INTEGER;
ALTER TABLE "quotes" ADD COLUMN IF NOT EXISTS "speaker_end" INTEGER;
ALTER TABLE "quotes" ADD COLUMN IF NOT EXISTS "cue" TEXT;
ALTER TABLE "quotes" ADD COLUMN IF NOT EXISTS "start" INTEGER;
ALTER TABLE "quotes" ADD COLUMN IF NOT EXISTS "end" INTEGER;
ALTER TABLE "quotes" DROP CONSTRAINT IF EXISTS "quotes_document_id_check";
ALTER TABLE "quotes" DROP CONSTRAINT IF EXISTS "quotes_id_check";
ALTER TABLE "quotes" DROP CONSTRAINT IF EXISTS "quotes_text_check";
ALTER TABLE "quotes" DROP CONSTRAINT IF EXISTS "quotes_kind_check";
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_kind_check" CHECK ("kind" IN ('direct', 'scare', 'title'));
ALTER TABLE "quotes" DROP CONSTRAINT IF EXISTS "quotes_speaker_check";
ALTER TABLE "quotes" DROP CONSTRAINT IF EXISTS "quotes_speaker_text_check";
ALTER TABLE "quotes" DROP CONSTRAINT IF EXISTS "quotes_speaker_start_check";
ALTER TABLE "quotes" DROP CONSTRAINT IF EXISTS "quotes_speaker_end_check";
ALTER TABLE "quotes" DROP CONSTRAINT IF EXISTS "quotes_cue_check";
ALTER TABLE "quotes" DROP CONSTRAINT IF EXISTS "quotes_start_check";
ALTER TABLE "quotes" DROP CONSTRAINT IF EXISTS "quotes_end_check";
CREATE INDEX IF NOT EXISTS "quotes_by_speaker" ON "quotes" ("speaker", "document_id");
COMMENT ON TABLE "quotes" IS 'A quotation.';
COMMENT ON COLUMN "quotes"."document_id" IS 'The document.';
COMMENT ON COLUMN "quotes"."id" IS 'Unique in the document: `q1`.';
COMMENT ON COLUMN "quotes"."text" IS 'The words, without the quotation marks.';
COMMENT ON COLUMN "quotes"."kind" IS 'What the quotation marks are for.';
COMMENT ON COLUMN "quotes"."speaker" IS 'Who said it.';
COMMENT ON COLUMN "quotes"."speaker_text" IS 'The words that name the speaker.';
COMMENT ON COLUMN "quotes"."speaker_start" IS 'First code point of those words.';
COMMENT ON COLUMN "quotes"."speaker_end" IS 'One past their last code point.';
COMMENT ON COLUMN "quotes"."cue" IS 'The verb or phrase of saying, as printed.';
COMMENT ON COLUMN "quotes"."start" IS 'First code point of its first span, quotation mark included.';
COMMENT ON COLUMN "quotes"."end" IS 'One past the last code point of its first span.';

CREATE TABLE IF NOT EXISTS "quote_spans" (
  "document_id" TEXT NOT NULL,
  "quote" TEXT NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("document_id", "quote", "ordinal")
);
ALTER TABLE "quote_spans" ADD COLUMN IF NOT EXISTS "document_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "quote_spans" ADD COLUMN IF NOT EXISTS "quote" TEXT NOT NULL DEFAULT '';
ALTER TABLE "quote_spans" ADD COLUMN IF NOT EXISTS "ordinal" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "quote_spans" ADD COLUMN IF NOT EXISTS "start" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "quote_spans" ADD COLUMN IF NOT EXISTS "end" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "quote_spans" DROP CONSTRAINT IF EXISTS "quote_spans_document_id_check";
ALTER TABLE "quote_spans" DROP CONSTRAINT IF EXISTS "quote_spans_quote_check";
ALTER TABLE "quote_spans" DROP CONSTRAINT IF EXISTS "quote_spans_ordinal_check";
ALTER TABLE "quote_spans" DROP CONSTRAINT IF EXISTS "quote_spans_start_check";
ALTER TABLE "quote_spans" DROP CONSTRAINT IF EXISTS "quote_spans_end_check";
COMMENT ON TABLE "quote_spans" IS 'A span of a quotation.';
COMMENT ON COLUMN "quote_spans"."document_id" IS 'The document.';
COMMENT ON COLUMN "quote_spans"."quote" IS 'The quotation.';
COMMENT ON COLUMN "quote_spans"."ordinal" IS 'Its place in the quotation, from 1.';
COMMENT ON COLUMN "quote_spans"."start" IS 'First code point.';
COMMENT ON COLUMN "quote_spans"."end" IS 'One past the last code point.';

CREATE TABLE IF NOT EXISTS "funding" (
  "document_id" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "title" TEXT,
  "amount" TEXT NOT NULL,
  "donor" TEXT,
  "recipient" TEXT,
  "status" TEXT,
  "section" TEXT,
  "item" TEXT,
  "part_of" TEXT,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("document_id", "id")
);
ALTER TABLE "funding" ADD COLUMN IF NOT EXISTS "document_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "funding" ADD COLUMN IF NOT EXISTS "id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "funding" ADD COLUMN IF NOT EXISTS "title" TEXT;
ALTER TABLE "funding" ADD COLUMN IF NOT EXISTS "amount" TEXT NOT NULL DEFAULT '';
ALTER TABLE "funding" ADD COLUMN IF NOT EXISTS "donor" TEXT;
ALTER TABLE "funding" ADD COLUMN IF NOT EXISTS "recipient" TEXT;
ALTER TABLE "funding" ADD COLUMN IF NOT EXISTS "status" TEXT;
ALTER TABLE "funding" ADD COLUMN IF NOT EXISTS "section" TEXT;
ALTER TABLE "funding" ADD COLUMN IF NOT EXISTS "item" TEXT;
ALTER TABLE "funding" ADD COLUMN IF NOT EXISTS "part_of" TEXT;
ALTER TABLE "funding" ADD COLUMN IF NOT EXISTS "start" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "funding" ADD COLUMN IF NOT EXISTS "end" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "funding" DROP CONSTRAINT IF EXISTS "funding_document_id_check";
ALTER TABLE "funding" DROP CONSTRAINT IF EXISTS "funding_id_check";
ALTER TABLE "funding" DROP CONSTRAINT IF EXISTS "funding_title_check";
ALTER TABLE "funding" DROP CONSTRAINT IF EXISTS "funding_amount_check";
ALTER TABLE "funding" DROP CONSTRAINT IF EXISTS "funding_donor_check";
ALTER TABLE "funding" DROP CONSTRAINT IF EXISTS "funding_recipient_check";
ALTER TABLE "funding" DROP CONSTRAINT IF EXISTS "funding_status_check";
ALTER TABLE "funding" ADD CONSTRAINT "funding_status_check" CHECK ("status" IN ('pledge', 'commitment', 'disbursement', 'expenditure', 'receipt'));
ALTER TABLE "funding" DROP CONSTRAINT IF EXISTS "funding_section_check";
ALTER TABLE "funding" DROP CONSTRAINT IF EXISTS "funding_item_check";
ALTER TABLE "funding" DROP CONSTRAINT IF EXISTS "funding_part_of_check";
ALTER TABLE "funding" DROP CONSTRAINT IF EXISTS "funding_start_check";
ALTER TABLE "funding" DROP CONSTRAINT IF EXISTS "funding_end_check";
CREATE INDEX IF NOT EXISTS "funding_by_amount" ON "funding" ("amount", "document_id");
CREATE INDEX IF NOT EXISTS "funding_by_donor" ON "funding" ("donor", "document_id");
CREATE INDEX IF NOT EXISTS "funding_by_recipient" ON "funding" ("recipient", "document_id");
CREATE INDEX IF NOT EXISTS "funding_by_section" ON "funding" ("section", "document_id");
CREATE INDEX IF NOT EXISTS "funding_by_item" ON "funding" ("item", "document_id");
CREATE INDEX IF NOT EXISTS "funding_by_part_of" ON "funding" ("part_of", "document_id");
COMMENT ON TABLE "funding" IS 'Money for a project or purpose.';
COMMENT ON COLUMN "funding"."document_id" IS 'The document.';
COMMENT ON COLUMN "funding"."id" IS 'Unique in the document: `f1`.';
COMMENT ON COLUMN "funding"."title" IS 'The project or purpose.';
COMMENT ON COLUMN "funding"."amount" IS 'The amount.';
COMMENT ON COLUMN "funding"."donor" IS 'Who gives.';
COMMENT ON COLUMN "funding"."recipient" IS 'Who receives.';
COMMENT ON COLUMN "funding"."status" IS 'How far the giving has come, where the words say it.';
COMMENT ON COLUMN "funding"."section" IS 'The section that it stands in.';
COMMENT ON COLUMN "funding"."item" IS 'The item that it stands in.';
COMMENT ON COLUMN "funding"."part_of" IS 'The total that it is a part of.';
COMMENT ON COLUMN "funding"."start" IS 'First code point of the sentence, entry or heading that says it.';
COMMENT ON COLUMN "funding"."end" IS 'One past its last code point.';

CREATE TABLE IF NOT EXISTS "contacts" (
  "document_id" TEXT NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "name" TEXT,
  "organization" TEXT,
  "email" TEXT,
  "phone" TEXT,
  "url" TEXT,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("document_id", "ordinal")
);
ALTER TABLE "contacts" ADD COLUMN IF NOT EXISTS "document_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "contacts" ADD COLUMN IF NOT EXISTS "ordinal" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "contacts" ADD COLUMN IF NOT EXISTS "name" TEXT;
ALTER TABLE "contacts" ADD COLUMN IF NOT EXISTS "organization" TEXT;
ALTER TABLE "contacts" ADD COLUMN IF NOT EXISTS "email" TEXT;
ALTER TABLE "contacts" ADD COLUMN IF NOT EXISTS "phone" TEXT;
ALTER TABLE "contacts" ADD COLUMN IF NOT EXISTS "url" TEXT;
ALTER TABLE "contacts" ADD COLUMN IF NOT EXISTS "start" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "contacts" ADD COLUMN IF NOT EXISTS "end" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "contacts" DROP CONSTRAINT IF EXISTS "contacts_document_id_check";
ALTER TABLE "contacts" DROP CONSTRAINT IF EXISTS "contacts_ordinal_check";
ALTER TABLE "contacts" DROP CONSTRAINT IF EXISTS "contacts_name_check";
ALTER TABLE "contacts" DROP CONSTRAINT IF EXISTS "contacts_organization_check";
ALTER TABLE "contacts" DROP CONSTRAINT IF EXISTS "contacts_email_check";
ALTER TABLE "contacts" DROP CONSTRAINT IF EXISTS "contacts_phone_check";
ALTER TABLE "contacts" DROP CONSTRAINT IF EXISTS "contacts_url_check";
ALTER TABLE "contacts" DROP CONSTRAINT IF EXISTS "contacts_start_check";
ALTER TABLE "contacts" DROP CONSTRAINT IF EXISTS "contacts_end_check";
COMMENT ON TABLE "contacts" IS 'Whom to ask.';
COMMENT ON COLUMN "contacts"."document_id" IS 'The document.';
COMMENT ON COLUMN "contacts"."ordinal" IS 'Its place in reading order, from 1.';
COMMENT ON COLUMN "contacts"."name" IS 'A person or an office.';
COMMENT ON COLUMN "contacts"."organization" IS 'The body.';
COMMENT ON COLUMN "contacts"."email" IS 'An e-mail address.';
COMMENT ON COLUMN "contacts"."phone" IS 'A telephone number, as printed.';
COMMENT ON COLUMN "contacts"."url" IS 'A web address.';
COMMENT ON COLUMN "contacts"."start" IS 'First code point.';
COMMENT ON COLUMN "contacts"."end" IS 'One past the last code point.';

CREATE TABLE IF NOT EXISTS "contact_handles" (
  "document_id" TEXT NOT NULL,
  "contact" INTEGER NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "handle" TEXT NOT NULL,
  PRIMARY KEY ("document_id", "contact", "ordinal")
);
ALTER TABLE "contact_handles" ADD COLUMN IF NOT EXISTS "document_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "contact_handles" ADD COLUMN IF NOT EXISTS "contact" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "contact_handles" ADD COLUMN IF NOT EXISTS "ordinal" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "contact_handles" ADD COLUMN IF NOT EXISTS "handle" TEXT NOT NULL DEFAULT '';
ALTER TABLE "contact_handles" DROP CONSTRAINT IF EXISTS "contact_handles_document_id_check";
ALTER TABLE "contact_handles" DROP CONSTRAINT IF EXISTS "contact_handles_contact_check";
ALTER TABLE "contact_handles" DROP CONSTRAINT IF EXISTS "contact_handles_ordinal_check";
ALTER TABLE "contact_handles" DROP CONSTRAINT IF EXISTS "contact_handles_handle_check";
COMMENT ON TABLE "contact_handles" IS 'A contact''s handle in social media.';
COMMENT ON COLUMN "contact_handles"."document_id" IS 'The document.';
COMMENT ON COLUMN "contact_handles"."contact" IS 'The contact.';
COMMENT ON COLUMN "contact_handles"."ordinal" IS 'Its place in the list, from 1.';
COMMENT ON COLUMN "contact_handles"."handle" IS 'The handle.';

CREATE TABLE IF NOT EXISTS "document_references" (
  "document_id" TEXT NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY ("document_id", "ordinal")
);
ALTER TABLE "document_references" ADD COLUMN IF NOT EXISTS "document_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "document_references" ADD COLUMN IF NOT EXISTS "ordinal" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "document_references" ADD COLUMN IF NOT EXISTS "text" TEXT NOT NULL DEFAULT '';
ALTER TABLE "document_references" ADD COLUMN IF NOT EXISTS "start" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "document_references" ADD COLUMN IF NOT EXISTS "end" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "document_references" DROP CONSTRAINT IF EXISTS "document_references_document_id_check";
ALTER TABLE "document_references" DROP CONSTRAINT IF EXISTS "document_references_ordinal_check";
ALTER TABLE "document_references" DROP CONSTRAINT IF EXISTS "document_references_text_check";
ALTER TABLE "document_references" DROP CONSTRAINT IF EXISTS "document_references_start_check";
ALTER TABLE "document_references" DROP CONSTRAINT IF EXISTS "document_references_end_check";
COMMENT ON TABLE "document_references" IS 'A clause that points to another document.';
COMMENT ON COLUMN "document_references"."document_id" IS 'The document.';
COMMENT ON COLUMN "document_references"."ordinal" IS 'Its place in reading order, from 1.';
COMMENT ON COLUMN "document_references"."text" IS 'The words, from the cue to the stop.';
COMMENT ON COLUMN "document_references"."start" IS 'First code point.';
COMMENT ON COLUMN "document_references"."end" IS 'One past the last code point.';

CREATE TABLE IF NOT EXISTS "diagnostics" (
  "document_id" TEXT NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  "severity" TEXT NOT NULL,
  "message" TEXT NOT NULL,
  "record" TEXT,
  "start" INTEGER,
  "end" INTEGER,
  PRIMARY KEY ("document_id", "ordinal")
);
ALTER TABLE "diagnostics" ADD COLUMN IF NOT EXISTS "document_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "diagnostics" ADD COLUMN IF NOT EXISTS "ordinal" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "diagnostics" ADD COLUMN IF NOT EXISTS "code" TEXT NOT NULL DEFAULT '';
ALTER TABLE "diagnostics" ADD COLUMN IF NOT EXISTS "severity" TEXT NOT NULL DEFAULT '';
ALTER TABLE "diagnostics" ADD COLUMN IF NOT EXISTS "message" TEXT NOT NULL DEFAULT '';
ALTER TABLE "diagnostics" ADD COLUMN IF NOT EXISTS "record" TEXT;
ALTER TABLE "diagnostics" ADD COLUMN IF NOT EXISTS "start" INTEGER;
ALTER TABLE "diagnostics" ADD COLUMN IF NOT EXISTS "end" INTEGER;
ALTER TABLE "diagnostics" DROP CONSTRAINT IF EXISTS "diagnostics_document_id_check";
ALTER TABLE "diagnostics" DROP CONSTRAINT IF EXISTS "diagnostics_ordinal_check";
ALTER TABLE "diagnostics" DROP CONSTRAINT IF EXISTS "diagnostics_code_check";
ALTER TABLE "diagnostics" ADD CONSTRAINT "diagnostics_code_check" CHECK ("code" IN ('ocr-debris', 'ocr-garbled-duplicate', 'ocr-repaired-word', 'markup-removed', 'page-break-joined', 'title-continued', 'numbering-gap', 'numbering-duplicate', 'numbering-restart', 'list-missing', 'section-empty', 'year-inferred', 'date-conflict', 'parts-do-not-sum', 'unclosed-quote', 'unbalanced-bracket', 'acronym-undefined', 'acronym-redefined', 'acronym-late', 'repeated-passage', 'unknown-genre', 'decoding-replaced', 'override-stale'));
ALTER TABLE "diagnostics" DROP CONSTRAINT IF EXISTS "diagnostics_severity_check";
ALTER TABLE "diagnostics" ADD CONSTRAINT "diagnostics_severity_check" CHECK ("severity" IN ('info', 'warning', 'error'));
ALTER TABLE "diagnostics" DROP CONSTRAINT IF EXISTS "diagnostics_message_check";
ALTER TABLE "diagnostics" DROP CONSTRAINT IF EXISTS "diagnostics_record_check";
ALTER TABLE "diagnostics" DROP CONSTRAINT IF EXISTS "diagnostics_start_check";
ALTER TABLE "diagnostics" DROP CONSTRAINT IF EXISTS "diagnostics_end_check";
CREATE INDEX IF NOT EXISTS "diagnostics_by_code" ON "diagnostics" ("code");
COMMENT ON TABLE "diagnostics" IS 'Something that was repaired or could not be explained.';
COMMENT ON COLUMN "diagnostics"."document_id" IS 'The document.';
COMMENT ON COLUMN "diagnostics"."ordinal" IS 'Its place in the list, from 1.';
COMMENT ON COLUMN "diagnostics"."code" IS 'What was found.';
COMMENT ON COLUMN "diagnostics"."severity" IS 'How grave it is.';
COMMENT ON COLUMN "diagnostics"."message" IS 'A sentence for a person, with what stood there.';
COMMENT ON COLUMN "diagnostics"."record" IS 'The ref or id of the record that it speaks of.';
COMMENT ON COLUMN "diagnostics"."start" IS 'First code point.';
COMMENT ON COLUMN "diagnostics"."end" IS 'One past the last code point.';

CREATE TABLE IF NOT EXISTS "overrides" (
  "document_id" TEXT NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "record" TEXT,
  "action" TEXT NOT NULL,
  "field" TEXT,
  "before" TEXT,
  "after" TEXT,
  "who" TEXT NOT NULL,
  "why" TEXT NOT NULL,
  "when" TEXT NOT NULL,
  "start" INTEGER,
  "end" INTEGER,
  PRIMARY KEY ("document_id", "ordinal")
);
ALTER TABLE "overrides" ADD COLUMN IF NOT EXISTS "document_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "overrides" ADD COLUMN IF NOT EXISTS "ordinal" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "overrides" ADD COLUMN IF NOT EXISTS "kind" TEXT NOT NULL DEFAULT '';
ALTER TABLE "overrides" ADD COLUMN IF NOT EXISTS "record" TEXT;
ALTER TABLE "overrides" ADD COLUMN IF NOT EXISTS "action" TEXT NOT NULL DEFAULT '';
ALTER TABLE "overrides" ADD COLUMN IF NOT EXISTS "field" TEXT;
ALTER TABLE "overrides" ADD COLUMN IF NOT EXISTS "before" TEXT;
ALTER TABLE "overrides" ADD COLUMN IF NOT EXISTS "after" TEXT;
ALTER TABLE "overrides" ADD COLUMN IF NOT EXISTS "who" TEXT NOT NULL DEFAULT '';
ALTER TABLE "overrides" ADD COLUMN IF NOT EXISTS "why" TEXT NOT NULL DEFAULT '';
ALTER TABLE "overrides" ADD COLUMN IF NOT EXISTS "when" TEXT NOT NULL DEFAULT '';
ALTER TABLE "overrides" ADD COLUMN IF NOT EXISTS "start" INTEGER;
ALTER TABLE "overrides" ADD COLUMN IF NOT EXISTS "end" INTEGER;
ALTER TABLE "overrides" DROP CONSTRAINT IF EXISTS "overrides_document_id_check";
ALTER TABLE "overrides" DROP CONSTRAINT IF EXISTS "overrides_ordinal_check";
ALTER TABLE "overrides" DROP CONSTRAINT IF EXISTS "overrides_kind_check";
ALTER TABLE "overrides" DROP CONSTRAINT IF EXISTS "overrides_record_check";
ALTER TABLE "overrides" DROP CONSTRAINT IF EXISTS "overrides_action_check";
ALTER TABLE "overrides" ADD CONSTRAINT "overrides_action_check" CHECK ("action" IN ('replace', 'add', 'strike', 'merge', 'split'));
ALTER TABLE "overrides" DROP CONSTRAINT IF EXISTS "overrides_field_check";
ALTER TABLE "overrides" DROP CONSTRAINT IF EXISTS "overrides_before_check";
ALTER TABLE "overrides" DROP CONSTRAINT IF EXISTS "overrides_after_check";
ALTER TABLE "overrides" DROP CONSTRAINT IF EXISTS "overrides_who_check";
ALTER TABLE "overrides" DROP CONSTRAINT IF EXISTS "overrides_why_check";
ALTER TABLE "overrides" DROP CONSTRAINT IF EXISTS "overrides_when_check";
ALTER TABLE "overrides" DROP CONSTRAINT IF EXISTS "overrides_start_check";
ALTER TABLE "overrides" DROP CONSTRAINT IF EXISTS "overrides_end_check";
COMMENT ON TABLE "overrides" IS 'A correction that was applied to a document, by a person''s overrides.';
COMMENT ON COLUMN "overrides"."document_id" IS 'The document.';
COMMENT ON COLUMN "overrides"."ordinal" IS 'Its place in the list, from 1.';
COMMENT ON COLUMN "overrides"."kind" IS 'The kind of the record, as the overrides file has it.';
COMMENT ON COLUMN "overrides"."record" IS 'The ref or id of the record, where it has one.';
COMMENT ON COLUMN "overrides"."action" IS 'What was done.';
COMMENT ON COLUMN "overrides"."field" IS 'The field that was replaced, by JSON pointer.';
COMMENT ON COLUMN "overrides"."before" IS 'What was read.';
COMMENT ON COLUMN "overrides"."after" IS 'What it is now.';
COMMENT ON COLUMN "overrides"."who" IS 'Who said so.';
COMMENT ON COLUMN "overrides"."why" IS 'Why.';
COMMENT ON COLUMN "overrides"."when" IS 'When, an ISO 8601 date.';
COMMENT ON COLUMN "overrides"."start" IS 'First code point.';
COMMENT ON COLUMN "overrides"."end" IS 'One past the last code point.';

CREATE TABLE IF NOT EXISTS "schema_versions" (
  "id" INTEGER NOT NULL,
  "version" INTEGER NOT NULL,
  "fingerprint" TEXT NOT NULL,
  PRIMARY KEY ("id")
);
ALTER TABLE "schema_versions" ADD COLUMN IF NOT EXISTS "id" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "schema_versions" ADD COLUMN IF NOT EXISTS "version" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "schema_versions" ADD COLUMN IF NOT EXISTS "fingerprint" TEXT NOT NULL DEFAULT '';
ALTER TABLE "schema_versions" DROP CONSTRAINT IF EXISTS "schema_versions_id_check";
ALTER TABLE "schema_versions" DROP CONSTRAINT IF EXISTS "schema_versions_version_check";
ALTER TABLE "schema_versions" DROP CONSTRAINT IF EXISTS "schema_versions_fingerprint_check";
COMMENT ON TABLE "schema_versions" IS 'A shape that the database has had; the last row tells its present one.';
COMMENT ON COLUMN "schema_versions"."id" IS 'A running number, from 1.';
COMMENT ON COLUMN "schema_versions"."version" IS 'Version of the tables, views and indexes.';
COMMENT ON COLUMN "schema_versions"."fingerprint" IS 'SHA-256 of the SQL that made them, in hexadecimal digits.';

CREATE TABLE IF NOT EXISTS "runs" (
  "id" INTEGER NOT NULL,
  "tool_version" TEXT NOT NULL,
  "schema_version" TEXT NOT NULL,
  "lexicon" TEXT NOT NULL,
  "options" TEXT NOT NULL,
  "started" TIMESTAMPTZ,
  "finished" TIMESTAMPTZ,
  PRIMARY KEY ("id")
);
ALTER TABLE "runs" ADD COLUMN IF NOT EXISTS "id" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "runs" ADD COLUMN IF NOT EXISTS "tool_version" TEXT NOT NULL DEFAULT '';
ALTER TABLE "runs" ADD COLUMN IF NOT EXISTS "schema_version" TEXT NOT NULL DEFAULT '';
ALTER TABLE "runs" ADD COLUMN IF NOT EXISTS "lexicon" TEXT NOT NULL DEFAULT '';
ALTER TABLE "runs" ADD COLUMN IF NOT EXISTS "options" TEXT NOT NULL DEFAULT '';
ALTER TABLE "runs" ADD COLUMN IF NOT EXISTS "started" TIMESTAMPTZ;
ALTER TABLE "runs" ADD COLUMN IF NOT EXISTS "finished" TIMESTAMPTZ;
ALTER TABLE "runs" DROP CONSTRAINT IF EXISTS "runs_id_check";
ALTER TABLE "runs" DROP CONSTRAINT IF EXISTS "runs_tool_version_check";
ALTER TABLE "runs" DROP CONSTRAINT IF EXISTS "runs_schema_version_check";
ALTER TABLE "runs" DROP CONSTRAINT IF EXISTS "runs_lexicon_check";
ALTER TABLE "runs" DROP CONSTRAINT IF EXISTS "runs_options_check";
ALTER TABLE "runs" DROP CONSTRAINT IF EXISTS "runs_started_check";
ALTER TABLE "runs" DROP CONSTRAINT IF EXISTS "runs_finished_check";
COMMENT ON TABLE "runs" IS 'A run that changed something, and by what it read.';
COMMENT ON COLUMN "runs"."id" IS 'A running number, from 1.';
COMMENT ON COLUMN "runs"."tool_version" IS 'Version of the program, with a hash of its sources behind a plus sign.';
COMMENT ON COLUMN "runs"."schema_version" IS 'Version of the output contract.';
COMMENT ON COLUMN "runs"."lexicon" IS 'SHA-256 of the word lists, in hexadecimal digits.';
COMMENT ON COLUMN "runs"."options" IS 'The options that decide what is read, as a JSON object.';
COMMENT ON COLUMN "runs"."started" IS 'When it began to write; unknown where the database must not depend on the clock.';
COMMENT ON COLUMN "runs"."finished" IS 'When it ended; unknown also where it was cut short.';

CREATE TABLE IF NOT EXISTS "readings" (
  "document_id" TEXT NOT NULL,
  "run" INTEGER NOT NULL,
  PRIMARY KEY ("document_id")
);
ALTER TABLE "readings" ADD COLUMN IF NOT EXISTS "document_id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "readings" ADD COLUMN IF NOT EXISTS "run" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "readings" DROP CONSTRAINT IF EXISTS "readings_document_id_check";
ALTER TABLE "readings" DROP CONSTRAINT IF EXISTS "readings_run_check";
CREATE INDEX IF NOT EXISTS "readings_by_run" ON "readings" ("run");
COMMENT ON TABLE "readings" IS 'The run that read a document last.';
COMMENT ON COLUMN "readings"."document_id" IS 'The document.';
COMMENT ON COLUMN "readings"."run" IS 'The run.';

CREATE TABLE IF NOT EXISTS "failures" (
  "path" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "run" INTEGER NOT NULL,
  PRIMARY KEY ("path")
);
ALTER TABLE "failures" ADD COLUMN IF NOT EXISTS "path" TEXT NOT NULL DEFAULT '';
ALTER TABLE "failures" ADD COLUMN IF NOT EXISTS "reason" TEXT NOT NULL DEFAULT '';
ALTER TABLE "failures" ADD COLUMN IF NOT EXISTS "run" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "failures" DROP CONSTRAINT IF EXISTS "failures_path_check";
ALTER TABLE "failures" DROP CONSTRAINT IF EXISTS "failures_reason_check";
ALTER TABLE "failures" DROP CONSTRAINT IF EXISTS "failures_run_check";
CREATE INDEX IF NOT EXISTS "failures_by_run" ON "failures" ("run");
COMMENT ON TABLE "failures" IS 'An input that gave no document the last time that it was tried.';
COMMENT ON COLUMN "failures"."path" IS 'The path or label under which it was given.';
COMMENT ON COLUMN "failures"."reason" IS 'Why.';
COMMENT ON COLUMN "failures"."run" IS 'The run that told it first.';

ALTER TABLE "documents" DROP CONSTRAINT IF EXISTS "documents_id_issued_date_fkey";
ALTER TABLE "documents" ADD CONSTRAINT "documents_id_issued_date_fkey" FOREIGN KEY ("id", "issued_date") REFERENCES "dates" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "documents" DROP CONSTRAINT IF EXISTS "documents_id_dateline_date_fkey";
ALTER TABLE "documents" ADD CONSTRAINT "documents_id_dateline_date_fkey" FOREIGN KEY ("id", "dateline_date") REFERENCES "dates" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "documents" DROP CONSTRAINT IF EXISTS "documents_id_issuer_fkey";
ALTER TABLE "documents" ADD CONSTRAINT "documents_id_issuer_fkey" FOREIGN KEY ("id", "issuer") REFERENCES "entities" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "sections" DROP CONSTRAINT IF EXISTS "sections_document_id_fkey";
ALTER TABLE "sections" ADD CONSTRAINT "sections_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "sections" DROP CONSTRAINT IF EXISTS "sections_document_id_parent_fkey";
ALTER TABLE "sections" ADD CONSTRAINT "sections_document_id_parent_fkey" FOREIGN KEY ("document_id", "parent") REFERENCES "sections" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "section_spans" DROP CONSTRAINT IF EXISTS "section_spans_document_id_section_fkey";
ALTER TABLE "section_spans" ADD CONSTRAINT "section_spans_document_id_section_fkey" FOREIGN KEY ("document_id", "section") REFERENCES "sections" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "section_blocks" DROP CONSTRAINT IF EXISTS "section_blocks_document_id_section_fkey";
ALTER TABLE "section_blocks" ADD CONSTRAINT "section_blocks_document_id_section_fkey" FOREIGN KEY ("document_id", "section") REFERENCES "sections" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "section_blocks" DROP CONSTRAINT IF EXISTS "section_blocks_document_id_parent_fkey";
ALTER TABLE "section_blocks" ADD CONSTRAINT "section_blocks_document_id_parent_fkey" FOREIGN KEY ("document_id", "parent") REFERENCES "section_blocks" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "section_blocks" DROP CONSTRAINT IF EXISTS "section_blocks_document_id_item_fkey";
ALTER TABLE "section_blocks" ADD CONSTRAINT "section_blocks_document_id_item_fkey" FOREIGN KEY ("document_id", "item") REFERENCES "items" ("document_id", "ref") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "section_block_spans" DROP CONSTRAINT IF EXISTS "section_block_spans_document_id_block_fkey";
ALTER TABLE "section_block_spans" ADD CONSTRAINT "section_block_spans_document_id_block_fkey" FOREIGN KEY ("document_id", "block") REFERENCES "section_blocks" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "parts" DROP CONSTRAINT IF EXISTS "parts_document_id_section_fkey";
ALTER TABLE "parts" ADD CONSTRAINT "parts_document_id_section_fkey" FOREIGN KEY ("document_id", "section") REFERENCES "sections" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "parts" DROP CONSTRAINT IF EXISTS "parts_document_id_issued_date_fkey";
ALTER TABLE "parts" ADD CONSTRAINT "parts_document_id_issued_date_fkey" FOREIGN KEY ("document_id", "issued_date") REFERENCES "dates" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "items" DROP CONSTRAINT IF EXISTS "items_document_id_fkey";
ALTER TABLE "items" ADD CONSTRAINT "items_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "items" DROP CONSTRAINT IF EXISTS "items_document_id_parent_fkey";
ALTER TABLE "items" ADD CONSTRAINT "items_document_id_parent_fkey" FOREIGN KEY ("document_id", "parent") REFERENCES "items" ("document_id", "ref") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "items" DROP CONSTRAINT IF EXISTS "items_document_id_section_fkey";
ALTER TABLE "items" ADD CONSTRAINT "items_document_id_section_fkey" FOREIGN KEY ("document_id", "section") REFERENCES "sections" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "item_spans" DROP CONSTRAINT IF EXISTS "item_spans_document_id_item_fkey";
ALTER TABLE "item_spans" ADD CONSTRAINT "item_spans_document_id_item_fkey" FOREIGN KEY ("document_id", "item") REFERENCES "items" ("document_id", "ref") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "dates" DROP CONSTRAINT IF EXISTS "dates_document_id_fkey";
ALTER TABLE "dates" ADD CONSTRAINT "dates_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "dates" DROP CONSTRAINT IF EXISTS "dates_document_id_anchor_fkey";
ALTER TABLE "dates" ADD CONSTRAINT "dates_document_id_anchor_fkey" FOREIGN KEY ("document_id", "anchor") REFERENCES "dates" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "amounts" DROP CONSTRAINT IF EXISTS "amounts_document_id_fkey";
ALTER TABLE "amounts" ADD CONSTRAINT "amounts_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "amount_currencies" DROP CONSTRAINT IF EXISTS "amount_currencies_document_id_amount_fkey";
ALTER TABLE "amount_currencies" ADD CONSTRAINT "amount_currencies_document_id_amount_fkey" FOREIGN KEY ("document_id", "amount") REFERENCES "amounts" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "entities" DROP CONSTRAINT IF EXISTS "entities_document_id_fkey";
ALTER TABLE "entities" ADD CONSTRAINT "entities_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "entity_aliases" DROP CONSTRAINT IF EXISTS "entity_aliases_document_id_entity_fkey";
ALTER TABLE "entity_aliases" ADD CONSTRAINT "entity_aliases_document_id_entity_fkey" FOREIGN KEY ("document_id", "entity") REFERENCES "entities" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "entity_members" DROP CONSTRAINT IF EXISTS "entity_members_document_id_entity_fkey";
ALTER TABLE "entity_members" ADD CONSTRAINT "entity_members_document_id_entity_fkey" FOREIGN KEY ("document_id", "entity") REFERENCES "entities" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "mentions" DROP CONSTRAINT IF EXISTS "mentions_document_id_entity_fkey";
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_document_id_entity_fkey" FOREIGN KEY ("document_id", "entity") REFERENCES "entities" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "roles" DROP CONSTRAINT IF EXISTS "roles_document_id_entity_fkey";
ALTER TABLE "roles" ADD CONSTRAINT "roles_document_id_entity_fkey" FOREIGN KEY ("document_id", "entity") REFERENCES "entities" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "acronyms" DROP CONSTRAINT IF EXISTS "acronyms_document_id_fkey";
ALTER TABLE "acronyms" ADD CONSTRAINT "acronyms_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "acronyms" DROP CONSTRAINT IF EXISTS "acronyms_document_id_entity_fkey";
ALTER TABLE "acronyms" ADD CONSTRAINT "acronyms_document_id_entity_fkey" FOREIGN KEY ("document_id", "entity") REFERENCES "entities" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "quotes" DROP CONSTRAINT IF EXISTS "quotes_document_id_fkey";
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "quotes" DROP CONSTRAINT IF EXISTS "quotes_document_id_speaker_fkey";
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_document_id_speaker_fkey" FOREIGN KEY ("document_id", "speaker") REFERENCES "entities" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "quote_spans" DROP CONSTRAINT IF EXISTS "quote_spans_document_id_quote_fkey";
ALTER TABLE "quote_spans" ADD CONSTRAINT "quote_spans_document_id_quote_fkey" FOREIGN KEY ("document_id", "quote") REFERENCES "quotes" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "funding" DROP CONSTRAINT IF EXISTS "funding_document_id_fkey";
ALTER TABLE "funding" ADD CONSTRAINT "funding_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "funding" DROP CONSTRAINT IF EXISTS "funding_document_id_amount_fkey";
ALTER TABLE "funding" ADD CONSTRAINT "funding_document_id_amount_fkey" FOREIGN KEY ("document_id", "amount") REFERENCES "amounts" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "funding" DROP CONSTRAINT IF EXISTS "funding_document_id_donor_fkey";
ALTER TABLE "funding" ADD CONSTRAINT "funding_document_id_donor_fkey" FOREIGN KEY ("document_id", "donor") REFERENCES "entities" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "funding" DROP CONSTRAINT IF EXISTS "funding_document_id_recipient_fkey";
ALTER TABLE "funding" ADD CONSTRAINT "funding_document_id_recipient_fkey" FOREIGN KEY ("document_id", "recipient") REFERENCES "entities" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "funding" DROP CONSTRAINT IF EXISTS "funding_document_id_section_fkey";
ALTER TABLE "funding" ADD CONSTRAINT "funding_document_id_section_fkey" FOREIGN KEY ("document_id", "section") REFERENCES "sections" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "funding" DROP CONSTRAINT IF EXISTS "funding_document_id_item_fkey";
ALTER TABLE "funding" ADD CONSTRAINT "funding_document_id_item_fkey" FOREIGN KEY ("document_id", "item") REFERENCES "items" ("document_id", "ref") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "funding" DROP CONSTRAINT IF EXISTS "funding_document_id_part_of_fkey";
ALTER TABLE "funding" ADD CONSTRAINT "funding_document_id_part_of_fkey" FOREIGN KEY ("document_id", "part_of") REFERENCES "funding" ("document_id", "id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "contacts" DROP CONSTRAINT IF EXISTS "contacts_document_id_fkey";
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "contact_handles" DROP CONSTRAINT IF EXISTS "contact_handles_document_id_contact_fkey";
ALTER TABLE "contact_handles" ADD CONSTRAINT "contact_handles_document_id_contact_fkey" FOREIGN KEY ("document_id", "contact") REFERENCES "contacts" ("document_id", "ordinal") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "document_references" DROP CONSTRAINT IF EXISTS "document_references_document_id_fkey";
ALTER TABLE "document_references" ADD CONSTRAINT "document_references_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "diagnostics" DROP CONSTRAINT IF EXISTS "diagnostics_document_id_fkey";
ALTER TABLE "diagnostics" ADD CONSTRAINT "diagnostics_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "overrides" DROP CONSTRAINT IF EXISTS "overrides_document_id_fkey";
ALTER TABLE "overrides" ADD CONSTRAINT "overrides_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "readings" DROP CONSTRAINT IF EXISTS "readings_document_id_fkey";
ALTER TABLE "readings" ADD CONSTRAINT "readings_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "readings" DROP CONSTRAINT IF EXISTS "readings_run_fkey";
ALTER TABLE "readings" ADD CONSTRAINT "readings_run_fkey" FOREIGN KEY ("run") REFERENCES "runs" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "failures" DROP CONSTRAINT IF EXISTS "failures_run_fkey";
ALTER TABLE "failures" ADD CONSTRAINT "failures_run_fkey" FOREIGN KEY ("run") REFERENCES "runs" ("id") DEFERRABLE INITIALLY DEFERRED;

CREATE OR REPLACE VIEW "funding_by_project" ("project", "amount", "value", "value_max", "currency", "currency_basis", "qualifier", "donor", "donor_name", "recipient", "recipient_name", "status", "part_of", "issued", "path", "document_id", "funding", "start", "end") AS
SELECT f.title, a.text, a.value, a.value_max, a.currency, a.currency_basis, a.qualifier, f.donor, donor.name,
  f.recipient, recipient.name, f.status, f.part_of, d.issued, d.path, f.document_id, f.id, f.start, f."end"
FROM funding f
JOIN documents d ON d.id = f.document_id
JOIN amounts a ON a.document_id = f.document_id AND a.id = f.amount
LEFT JOIN entities donor ON donor.document_id = f.document_id AND donor.id = f.donor
LEFT JOIN entities recipient ON recipient.document_id = f.document_id AND recipient.id = f.recipient;
COMMENT ON VIEW "funding_by_project" IS 'Who gives how much to what: a row a funding line, the project or purpose first.';
COMMENT ON COLUMN "funding_by_project"."project" IS 'The project or purpose.';
COMMENT ON COLUMN "funding_by_project"."amount" IS 'The amount as printed.';
COMMENT ON COLUMN "funding_by_project"."value" IS 'The figure, exact, in major units.';
COMMENT ON COLUMN "funding_by_project"."value_max" IS 'The upper end of a range.';
COMMENT ON COLUMN "funding_by_project"."currency" IS 'ISO 4217 code.';
COMMENT ON COLUMN "funding_by_project"."currency_basis" IS 'How the currency was found.';
COMMENT ON COLUMN "funding_by_project"."qualifier" IS 'What a word beside the amount makes of it.';
COMMENT ON COLUMN "funding_by_project"."donor" IS 'Who gives, by id.';
COMMENT ON COLUMN "funding_by_project"."donor_name" IS 'Who gives, by name.';
COMMENT ON COLUMN "funding_by_project"."recipient" IS 'Who receives, by id.';
COMMENT ON COLUMN "funding_by_project"."recipient_name" IS 'Who receives, by name.';
COMMENT ON COLUMN "funding_by_project"."status" IS 'How far the giving has come.';
COMMENT ON COLUMN "funding_by_project"."part_of" IS 'The total that it is a part of; leave rows with one out of a sum of totals.';
COMMENT ON COLUMN "funding_by_project"."issued" IS 'When the document was issued, EDTF.';
COMMENT ON COLUMN "funding_by_project"."path" IS 'The document''s path.';
COMMENT ON COLUMN "funding_by_project"."document_id" IS 'The document.';
COMMENT ON COLUMN "funding_by_project"."funding" IS 'The funding line.';
COMMENT ON COLUMN "funding_by_project"."start" IS 'First code point of the words that say it.';
COMMENT ON COLUMN "funding_by_project"."end" IS 'One past their last code point.';

CREATE OR REPLACE VIEW "actions_by_area" ("framework", "theme", "area", "action", "kind", "number", "ref", "issued", "path", "document_id", "ordinal", "start", "end") AS
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
COMMENT ON VIEW "actions_by_area" IS 'What is to be done under which heading of a plan: a row an action, sub-action or activity.';
COMMENT ON COLUMN "actions_by_area"."framework" IS 'The framework above it.';
COMMENT ON COLUMN "actions_by_area"."theme" IS 'The theme above it.';
COMMENT ON COLUMN "actions_by_area"."area" IS 'The area or topic above it; of several the nearest.';
COMMENT ON COLUMN "actions_by_area"."action" IS 'The whole provision.';
COMMENT ON COLUMN "actions_by_area"."kind" IS 'action, sub_action or activity.';
COMMENT ON COLUMN "actions_by_area"."number" IS 'Its number as printed.';
COMMENT ON COLUMN "actions_by_area"."ref" IS 'Its ref.';
COMMENT ON COLUMN "actions_by_area"."issued" IS 'When the document was issued, EDTF.';
COMMENT ON COLUMN "actions_by_area"."path" IS 'The document''s path.';
COMMENT ON COLUMN "actions_by_area"."document_id" IS 'The document.';
COMMENT ON COLUMN "actions_by_area"."ordinal" IS 'Its place in reading order.';
COMMENT ON COLUMN "actions_by_area"."start" IS 'First code point.';
COMMENT ON COLUMN "actions_by_area"."end" IS 'One past the last code point of its first span.';

CREATE OR REPLACE VIEW "who_said_what" ("speaker_name", "speaker_role", "said", "cue", "speaker", "speaker_kind", "speaker_text", "issued", "path", "document_id", "quote", "start", "end") AS
SELECT e.name,
  (SELECT r.title FROM roles r WHERE r.document_id = q.document_id AND r.entity = q.speaker
    ORDER BY r.ordinal LIMIT 1),
  q.text, q.cue, q.speaker, e.kind, q.speaker_text, d.issued, d.path, q.document_id, q.id, q.start, q."end"
FROM quotes q
JOIN documents d ON d.id = q.document_id
LEFT JOIN entities e ON e.document_id = q.document_id AND e.id = q.speaker
WHERE q.kind = 'direct';
COMMENT ON VIEW "who_said_what" IS 'Quotations with their speakers: a row a quotation that is somebody''s words.';
COMMENT ON COLUMN "who_said_what"."speaker_name" IS 'The speaker''s name.';
COMMENT ON COLUMN "who_said_what"."speaker_role" IS 'A role of the speaker in this document, the first that it tells.';
COMMENT ON COLUMN "who_said_what"."said" IS 'The words, without quotation marks.';
COMMENT ON COLUMN "who_said_what"."cue" IS 'The verb.';
COMMENT ON COLUMN "who_said_what"."speaker" IS 'The speaker, by id.';
COMMENT ON COLUMN "who_said_what"."speaker_kind" IS 'What the speaker is.';
COMMENT ON COLUMN "who_said_what"."speaker_text" IS 'The words that name the speaker there.';
COMMENT ON COLUMN "who_said_what"."issued" IS 'When the document was issued, EDTF.';
COMMENT ON COLUMN "who_said_what"."path" IS 'The document''s path.';
COMMENT ON COLUMN "who_said_what"."document_id" IS 'The document.';
COMMENT ON COLUMN "who_said_what"."quote" IS 'The quotation.';
COMMENT ON COLUMN "who_said_what"."start" IS 'First code point, quotation mark included.';
COMMENT ON COLUMN "who_said_what"."end" IS 'One past the last code point of its first span.';

CREATE OR REPLACE VIEW "entity_timeline" ("entity", "name", "earliest", "latest", "edtf", "role", "words", "path", "document_id", "date") AS
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
COMMENT ON VIEW "entity_timeline" IS 'When things happened around a name: the dates that stand in one provision, paragraph, entry or cell with a mention of it, and the date of issue of every document that names it.';
COMMENT ON COLUMN "entity_timeline"."entity" IS 'The name, by id.';
COMMENT ON COLUMN "entity_timeline"."name" IS 'The name.';
COMMENT ON COLUMN "entity_timeline"."earliest" IS 'Earliest day that the date can mean.';
COMMENT ON COLUMN "entity_timeline"."latest" IS 'Latest day that it can mean.';
COMMENT ON COLUMN "entity_timeline"."edtf" IS 'The date, EDTF level 1.';
COMMENT ON COLUMN "entity_timeline"."role" IS 'What the date is to the document.';
COMMENT ON COLUMN "entity_timeline"."words" IS 'The words around both; null for a date of issue that stands elsewhere.';
COMMENT ON COLUMN "entity_timeline"."path" IS 'The document''s path.';
COMMENT ON COLUMN "entity_timeline"."document_id" IS 'The document.';
COMMENT ON COLUMN "entity_timeline"."date" IS 'The date.';

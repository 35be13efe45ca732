-- The journal: one row per entry, target, move or carried difference. Append-only; nothing ever updates or deletes a row.
-- Amounts are integers in units of 10^-scale of the measure, so that sum() is exact. A month is the count of months since 1900-01;
-- the view journal_readable spells it. The columns from reporter on belong to the report and stand on its first row (n = 0) alone.
CREATE TABLE journal (
  unit           TEXT    NOT NULL,
  seq            INTEGER NOT NULL,
  n              INTEGER NOT NULL,
  kind           INTEGER NOT NULL,
  outcome        INTEGER NOT NULL,
  measure        INTEGER,
  indicator      INTEGER,
  category       INTEGER NOT NULL,
  month          INTEGER NOT NULL,
  span           INTEGER NOT NULL,
  source         TEXT    NOT NULL,
  value          INTEGER NOT NULL,
  quality        INTEGER NOT NULL,
  revision       INTEGER,
  delta          INTEGER NOT NULL,
  presence       INTEGER NOT NULL,
  estimated      INTEGER NOT NULL,
  at_least       INTEGER NOT NULL,
  statement      INTEGER,
  amount         INTEGER,
  state_quality  INTEGER,
  state_revision INTEGER,
  detail         TEXT,
  reporter       TEXT,
  report_id      TEXT,
  content_hash   BLOB,
  received_at    TEXT,
  batch          BLOB,
  PRIMARY KEY (unit, seq, n)
) WITHOUT ROWID, STRICT;

-- A report counts once for ever.
CREATE UNIQUE INDEX journal_report ON journal (unit, reporter, report_id) WHERE report_id IS NOT NULL;

-- What stands on each month of each register: the last entry of a group is the latest. Kind 4 is a hand-over, which states no amount.
CREATE INDEX journal_register ON journal (unit, measure, month, category, source, seq, n)
  WHERE statement IS NOT NULL AND measure IS NOT NULL AND kind <> 4;

CREATE INDEX journal_hand_over ON journal (unit, measure, month, category, source, seq, n)
  WHERE statement IS NOT NULL AND measure IS NOT NULL AND kind = 4;

CREATE INDEX journal_target ON journal (unit, indicator, month, span, category, source, seq, n)
  WHERE statement IS NOT NULL AND indicator IS NOT NULL;

-- A unit with a row here is interior.
CREATE TABLE unit_epoch (
  unit  TEXT    NOT NULL PRIMARY KEY,
  epoch INTEGER NOT NULL
) WITHOUT ROWID, STRICT;

CREATE TABLE unit_edge (
  unit       TEXT    NOT NULL,
  from_month INTEGER NOT NULL,
  parent     TEXT    NOT NULL,
  PRIMARY KEY (unit, from_month)
) WITHOUT ROWID, STRICT;

CREATE INDEX unit_edge_parent ON unit_edge (parent, unit);

-- One row: the revision is bumped by every unit and every edge.
CREATE TABLE tree (
  one      INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  revision INTEGER NOT NULL
) STRICT;

INSERT INTO tree (one, revision) VALUES (1, 0);

CREATE TABLE unit (
  id   TEXT NOT NULL PRIMARY KEY,
  json TEXT NOT NULL
) WITHOUT ROWID, STRICT;

CREATE TABLE unit_identifier (
  unit     TEXT    NOT NULL,
  n        INTEGER NOT NULL,
  scheme   TEXT    NOT NULL,
  value    TEXT    NOT NULL,
  from_day TEXT,
  to_day   TEXT,
  PRIMARY KEY (unit, n)
) WITHOUT ROWID, STRICT;

CREATE INDEX unit_identifier_value ON unit_identifier (scheme, value);

CREATE TABLE measure (
  id     TEXT    NOT NULL UNIQUE,
  number INTEGER NOT NULL PRIMARY KEY,
  json   TEXT    NOT NULL
) STRICT;

CREATE TABLE indicator (
  id     TEXT    NOT NULL UNIQUE,
  number INTEGER NOT NULL PRIMARY KEY,
  json   TEXT    NOT NULL
) STRICT;

-- The journal for a person: names for numbers, months as 2025-07.
CREATE VIEW journal_readable AS
SELECT
  j.unit,
  j.seq,
  j.n,
  CASE j.kind
    WHEN 0 THEN 'set' WHEN 1 THEN 'year to date' WHEN 2 THEN 'add' WHEN 3 THEN 'clear' WHEN 4 THEN 'hand over'
    WHEN 5 THEN 'carried' WHEN 6 THEN 'target' WHEN 7 THEN 'ratio target' WHEN 8 THEN 'move' ELSE 'kind ' || j.kind
  END AS kind,
  CASE j.outcome
    WHEN 0 THEN 'accepted' WHEN 1 THEN 'unchanged' WHEN 2 THEN 'superseded' WHEN 3 THEN 'refused' ELSE 'outcome ' || j.outcome
  END AS outcome,
  m.id AS measure,
  i.id AS indicator,
  j.category,
  printf('%04d-%02d', 1900 + j.month / 12, j.month % 12 + 1) AS month,
  j.span,
  j.source,
  j.value,
  j.delta,
  j.presence,
  j.estimated,
  j.at_least,
  CASE j.statement WHEN 0 THEN 'none' WHEN 1 THEN 'value' WHEN 2 THEN 'pin' END AS statement,
  j.amount,
  j.detail,
  h.reporter,
  h.report_id,
  h.received_at
FROM journal AS j
JOIN journal AS h ON h.unit = j.unit AND h.seq = j.seq AND h.n = 0
LEFT JOIN measure AS m ON m.number = j.measure
LEFT JOIN indicator AS i ON i.number = j.indicator;

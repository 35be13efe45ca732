-- Names this ledger: a resume token of another one is refused.
CREATE TABLE ledger (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  id  BLOB    NOT NULL
) STRICT;

INSERT INTO ledger (one, id) VALUES (1, randomblob(16));

-- Months that are closed at a unit, and with it for every unit below. When, by whom and why stands in the journal at (unit, seq, 0).
CREATE TABLE period_closure (
  unit  TEXT    NOT NULL,
  month INTEGER NOT NULL,
  seq   INTEGER NOT NULL,
  PRIMARY KEY (unit, month)
) WITHOUT ROWID, STRICT;

-- One row: bumped by every closing, reopening and move, since each changes what is closed for whom.
CREATE TABLE closure_revision (
  one      INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  revision INTEGER NOT NULL
) STRICT;

INSERT INTO closure_revision (one, revision) VALUES (1, 0);

DROP VIEW journal_readable;

-- The journal for a person: names for numbers, months as 2025-07.
CREATE VIEW journal_readable AS
SELECT
  j.unit,
  j.seq,
  j.n,
  CASE j.kind
    WHEN 0 THEN 'set' WHEN 1 THEN 'year to date' WHEN 2 THEN 'add' WHEN 3 THEN 'clear' WHEN 4 THEN 'hand over'
    WHEN 5 THEN 'carried' WHEN 6 THEN 'target' WHEN 7 THEN 'ratio target' WHEN 8 THEN 'move' WHEN 9 THEN 'close period'
    WHEN 10 THEN 'reopen period' ELSE 'kind ' || j.kind
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

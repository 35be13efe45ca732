-- Everything is in a schema of its own, which the migration creates and the connections of the product search.
-- Ids of units and sources are texts to everybody outside; a journal of millions of rows has numbers for them.
CREATE TABLE unit_number (
  number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id     text COLLATE "C" NOT NULL UNIQUE
);

CREATE TABLE source_number (
  number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id     text COLLATE "C" NOT NULL UNIQUE
);

-- The journal: one row per entry, target, move, closing or carried difference. Append-only; nothing ever updates or deletes a row.
-- Amounts are integers in units of 10^-scale of the measure, so that sum() is exact. A month is the count of months since 1900-01;
-- the view journal_readable spells it. A source of 0 is none. The columns from reporter on belong to the report and stand on its first
-- row (n = 0) alone. Wide columns come first: narrow ones between them would be padded to their width.
CREATE TABLE journal (
  seq            bigint   NOT NULL,
  value          bigint   NOT NULL,
  delta          bigint   NOT NULL,
  estimated      bigint,              -- absent where it is 0
  amount         bigint,
  revision       bigint,
  state_revision bigint,
  received_at    timestamptz,
  unit           integer  NOT NULL,
  n              integer  NOT NULL,
  source         integer  NOT NULL,
  measure        integer,
  indicator      integer,
  category       integer  NOT NULL,
  reporter       integer,
  month          smallint NOT NULL,
  span           smallint NOT NULL,
  kind           smallint NOT NULL,
  outcome        smallint NOT NULL,
  quality        smallint NOT NULL,
  presence       smallint NOT NULL,
  at_least       smallint,            -- absent where it is 0
  statement      smallint,
  state_quality  smallint,
  report_id      text COLLATE "C",
  content_hash   bytea,
  batch          uuid,
  detail         text,
  PRIMARY KEY (unit, seq, n)
);

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
  unit  integer PRIMARY KEY,
  epoch bigint  NOT NULL
);

CREATE TABLE unit_edge (
  unit       integer  NOT NULL,
  from_month smallint NOT NULL,
  parent     integer  NOT NULL,
  PRIMARY KEY (unit, from_month)
);

CREATE INDEX unit_edge_parent ON unit_edge (parent, unit);

-- Months that are closed at a unit, and with it for every unit below. When, by whom and why stands in the journal at (unit, seq, 0).
CREATE TABLE period_closure (
  unit  integer  NOT NULL,
  month smallint NOT NULL,
  seq   bigint   NOT NULL,
  PRIMARY KEY (unit, month)
);

-- One row. The tree's revision is bumped by every unit and every edge; that of the closures by every closing, reopening and move, since
-- each changes what is closed for whom; that of the epochs by every epoch taken. The id names this ledger: a resume token of another one
-- is refused.
CREATE TABLE ledger (
  one      smallint PRIMARY KEY CHECK (one = 1),
  id       uuid     NOT NULL,
  tree     bigint   NOT NULL,
  closures bigint   NOT NULL,
  epochs   bigint   NOT NULL
);

INSERT INTO ledger (one, id, tree, closures, epochs) VALUES (1, gen_random_uuid(), 0, 0, 0);

CREATE TABLE unit (
  number integer PRIMARY KEY,
  json   text    NOT NULL
);

CREATE TABLE unit_identifier (
  unit     integer NOT NULL,
  n        integer NOT NULL,
  scheme   text    NOT NULL,
  value    text    NOT NULL,
  from_day date,
  to_day   date,
  PRIMARY KEY (unit, n)
);

CREATE INDEX unit_identifier_value ON unit_identifier (scheme, value);

CREATE TABLE measure (
  number integer PRIMARY KEY,
  id     text COLLATE "C" NOT NULL UNIQUE,
  json   text NOT NULL
);

CREATE TABLE indicator (
  number integer PRIMARY KEY,
  id     text COLLATE "C" NOT NULL UNIQUE,
  json   text NOT NULL
);

-- The journal for a person: names for numbers, months as 2025-07.
CREATE VIEW journal_readable AS
SELECT
  u.id AS unit,
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
  (1900 + j.month / 12) || '-' || lpad((j.month % 12 + 1)::text, 2, '0') AS month,
  j.span,
  s.id AS source,
  j.value,
  j.delta,
  j.presence,
  coalesce(j.estimated, 0) AS estimated,
  coalesce(j.at_least, 0::smallint) AS at_least,
  CASE j.statement WHEN 0 THEN 'none' WHEN 1 THEN 'value' WHEN 2 THEN 'pin' END AS statement,
  j.amount,
  j.detail,
  r.id AS reporter,
  h.report_id,
  h.received_at
FROM journal AS j
JOIN unit_number AS u ON u.number = j.unit
JOIN journal AS h ON h.unit = j.unit AND h.seq = j.seq AND h.n = 0
LEFT JOIN source_number AS s ON s.number = j.source
LEFT JOIN source_number AS r ON r.number = h.reporter
LEFT JOIN measure AS m ON m.number = j.measure
LEFT JOIN indicator AS i ON i.number = j.indicator;

-- A row for each entry, for ever. Two reports under one id both begin with n = 0, so the key keeps all of the second one out.
CREATE SEQUENCE numbers;

CREATE TABLE entries (
  seq         bigint      NOT NULL,
  received_at timestamptz NOT NULL,
  amount      bigint      NOT NULL,
  unit        int         NOT NULL,
  measure     int         NOT NULL,
  month       smallint    NOT NULL,
  n           smallint    NOT NULL,
  place       smallint    NOT NULL,
  source      text COLLATE "C" NOT NULL,
  report_id   text COLLATE "C" NOT NULL,
  PRIMARY KEY (unit, source, report_id, n)
);

-- Half of each page stays free for the next versions of its rows: no index is touched when a total changes.
CREATE TABLE totals (
  amount     bigint   NOT NULL,
  statements bigint   NOT NULL,
  unit       int      NOT NULL,
  measure    int      NOT NULL,
  month      smallint NOT NULL,
  PRIMARY KEY (unit, measure, month)
) WITH (fillfactor = 50);

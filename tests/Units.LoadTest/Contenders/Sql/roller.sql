-- Where the roller goes on: rows up to here are in the totals.
CREATE UNIQUE INDEX entries_seq ON entries (seq);

CREATE TABLE rolled (
  seq bigint NOT NULL
);

INSERT INTO rolled VALUES (0);

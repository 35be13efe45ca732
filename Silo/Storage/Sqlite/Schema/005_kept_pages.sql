-- Pages of the monitor as somebody had them kept. Append-only: nothing ever updates or deletes a row. The id is the beginning of the SHA-256 of
-- the body, which is HTML packed by Brotli.
CREATE TABLE kept_page (
  id   TEXT NOT NULL PRIMARY KEY,
  unit TEXT NOT NULL,
  json TEXT NOT NULL,
  body BLOB NOT NULL
) STRICT;

-- Pages of the monitor as somebody had them kept. Append-only: nothing ever updates or deletes a row. The id is the beginning of the SHA-256 of
-- the body, which is HTML packed by Brotli: there is nothing left in it to compress.
CREATE TABLE kept_page (
  id   text  PRIMARY KEY,
  unit text  NOT NULL,
  json text  NOT NULL,
  body bytea NOT NULL
);
ALTER TABLE kept_page ALTER COLUMN body SET STORAGE EXTERNAL;

-- The two tables that Orleans' AdoNet grain storage reads and writes, by the contract of its parameter and column names.
CREATE TABLE OrleansQuery (
  QueryKey  varchar(64)   NOT NULL PRIMARY KEY,
  QueryText varchar(8000) NOT NULL
);

CREATE TABLE OrleansStorage (
  GrainIdHash            integer      NOT NULL,
  GrainIdN0              bigint       NOT NULL,
  GrainIdN1              bigint       NOT NULL,
  GrainTypeHash          integer      NOT NULL,
  GrainTypeString        varchar(512) COLLATE "C" NOT NULL,
  GrainIdExtensionString varchar(512) COLLATE "C",
  ServiceId              varchar(150) COLLATE "C" NOT NULL,
  PayloadBinary          bytea,
  ModifiedOn             timestamp    NOT NULL,
  Version                integer      NOT NULL
-- Half of each page stays free for the next versions of its rows, so that a write touches no index.
) WITH (fillfactor = 50);

-- The states of a run are short and are written at once again: compressing them would cost time and save nothing.
ALTER TABLE OrleansStorage ALTER COLUMN PayloadBinary SET STORAGE EXTERNAL;

-- The whole identity is unique, an absent key string included: two rows for one record would make it unreadable for ever.
CREATE UNIQUE INDEX OrleansStorage_identity ON OrleansStorage
  (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainIdExtensionString, GrainTypeString, ServiceId) NULLS NOT DISTINCT;

-- One statement each, hence one transaction and one round trip. A write answers the new version, or no row where the ETag does not match.
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('WriteToStorageKey', '
WITH changed AS (
  UPDATE OrleansStorage SET PayloadBinary = @PayloadBinary, ModifiedOn = now(), Version = Version + 1
  WHERE GrainIdHash = @GrainIdHash AND GrainTypeHash = @GrainTypeHash AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
    AND GrainIdExtensionString IS NOT DISTINCT FROM @GrainIdExtensionString AND GrainTypeString = @GrainTypeString AND ServiceId = @ServiceId
    AND Version = @GrainStateVersion
  RETURNING Version),
added AS (
  INSERT INTO OrleansStorage
    (GrainIdHash, GrainIdN0, GrainIdN1, GrainTypeHash, GrainTypeString, GrainIdExtensionString, ServiceId, PayloadBinary, ModifiedOn, Version)
  SELECT @GrainIdHash, @GrainIdN0, @GrainIdN1, @GrainTypeHash, @GrainTypeString, @GrainIdExtensionString, @ServiceId, @PayloadBinary, now(), 1
  WHERE @GrainStateVersion::int IS NULL
  ON CONFLICT DO NOTHING
  RETURNING Version)
SELECT Version AS NewGrainStateVersion FROM changed UNION ALL SELECT Version FROM added;
'),
('ReadFromStorageKey', '
SELECT PayloadBinary, Version FROM OrleansStorage
WHERE GrainIdHash = @GrainIdHash AND GrainTypeHash = @GrainTypeHash AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
  AND GrainIdExtensionString IS NOT DISTINCT FROM @GrainIdExtensionString AND GrainTypeString = @GrainTypeString AND ServiceId = @ServiceId;
'),
('ClearStorageKey', '
UPDATE OrleansStorage SET PayloadBinary = NULL, ModifiedOn = now(), Version = Version + 1
WHERE GrainIdHash = @GrainIdHash AND GrainTypeHash = @GrainTypeHash AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
  AND GrainIdExtensionString IS NOT DISTINCT FROM @GrainIdExtensionString AND GrainTypeString = @GrainTypeString AND ServiceId = @ServiceId
  AND Version = @GrainStateVersion
RETURNING Version AS NewGrainStateVersion;
');

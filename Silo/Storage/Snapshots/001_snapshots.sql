-- The two tables that Orleans' AdoNet grain storage reads and writes, by the contract of its parameter and column names.
CREATE TABLE OrleansQuery (
  QueryKey  TEXT NOT NULL PRIMARY KEY,
  QueryText TEXT NOT NULL
);

CREATE TABLE OrleansStorage (
  GrainIdHash            INTEGER NOT NULL,
  GrainIdN0              INTEGER NOT NULL,
  GrainIdN1              INTEGER NOT NULL,
  GrainTypeHash          INTEGER NOT NULL,
  GrainTypeString        TEXT    NOT NULL,
  GrainIdExtensionString TEXT,
  ServiceId              TEXT    NOT NULL,
  PayloadBinary          BLOB,
  ModifiedOn             TEXT    NOT NULL,
  Version                INTEGER NOT NULL
);

-- The whole identity is unique, an absent key string included: two rows for one record would make it unreadable for ever.
CREATE UNIQUE INDEX OrleansStorage_identity ON OrleansStorage
  (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainTypeString, ifnull(GrainIdExtensionString, ''), ServiceId);

-- One statement each, hence one transaction. A write answers the new version, or the old one where the ETag does not match.
-- The version is a 32-bit number to Orleans: it starts over before it would not fit.
-- A snapshot may be lost, so the file need not be flushed at every write.
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('WriteToStorageKey', '
PRAGMA synchronous = NORMAL;
INSERT INTO OrleansStorage
  (GrainIdHash, GrainIdN0, GrainIdN1, GrainTypeHash, GrainTypeString, GrainIdExtensionString, ServiceId, PayloadBinary, ModifiedOn, Version)
SELECT @GrainIdHash, @GrainIdN0, @GrainIdN1, @GrainTypeHash, @GrainTypeString, @GrainIdExtensionString, @ServiceId, @PayloadBinary, datetime(''now''), 1
WHERE @GrainStateVersion IS NULL OR EXISTS (
  SELECT 1 FROM OrleansStorage
  WHERE GrainIdHash = @GrainIdHash AND GrainTypeHash = @GrainTypeHash AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
    AND GrainTypeString = @GrainTypeString AND ifnull(GrainIdExtensionString, '''') = ifnull(@GrainIdExtensionString, '''')
    AND ServiceId = @ServiceId)
ON CONFLICT (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainTypeString, ifnull(GrainIdExtensionString, ''''), ServiceId)
DO UPDATE SET
  PayloadBinary = excluded.PayloadBinary,
  ModifiedOn = excluded.ModifiedOn,
  Version = CASE WHEN OrleansStorage.Version >= 2147483647 THEN 1 ELSE OrleansStorage.Version + 1 END
WHERE OrleansStorage.Version = @GrainStateVersion
RETURNING Version AS NewGrainStateVersion;
'),
('ReadFromStorageKey', '
SELECT PayloadBinary, Version FROM OrleansStorage
WHERE GrainIdHash = @GrainIdHash AND GrainTypeHash = @GrainTypeHash AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
  AND GrainTypeString = @GrainTypeString AND ifnull(GrainIdExtensionString, '''') = ifnull(@GrainIdExtensionString, '''')
  AND ServiceId = @ServiceId;
'),
('ClearStorageKey', '
UPDATE OrleansStorage SET
  PayloadBinary = NULL,
  ModifiedOn = datetime(''now''),
  Version = CASE WHEN Version >= 2147483647 THEN 1 ELSE Version + 1 END
WHERE GrainIdHash = @GrainIdHash AND GrainTypeHash = @GrainTypeHash AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
  AND GrainTypeString = @GrainTypeString AND ifnull(GrainIdExtensionString, '''') = ifnull(@GrainIdExtensionString, '''')
  AND ServiceId = @ServiceId AND Version = @GrainStateVersion
RETURNING Version AS NewGrainStateVersion;
');

-- What the contenders on plain SQL share. Ids compare by bytes: a locale's rules would cost time at every index probe.
CREATE SEQUENCE unit_numbers AS int;

CREATE TABLE units (
  number int  PRIMARY KEY,
  id     text COLLATE "C" NOT NULL UNIQUE,
  -- Itself, its parent, and so on up to the root.
  path   int[] NOT NULL
);

CREATE INDEX units_parent ON units ((path[2]));

CREATE TABLE measures (
  number int  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id     text COLLATE "C" NOT NULL UNIQUE,
  scale  int  NOT NULL
);

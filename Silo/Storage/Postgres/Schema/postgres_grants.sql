-- What the run-time role may do: never change the schema, and never change or delete a row of the journal or a kept page.
GRANT USAGE ON SCHEMA units TO {role};
GRANT SELECT, INSERT ON units.journal, units.unit_number, units.source_number, units.unit, units.unit_identifier, units.measure, units.indicator,
  units.kept_page TO {role};
GRANT SELECT, INSERT, UPDATE ON units.unit_epoch TO {role};
GRANT SELECT, INSERT, UPDATE, DELETE ON units.unit_edge, units.period_closure, units.OrleansStorage, units.OrleansMembershipVersionTable,
  units.OrleansMembershipTable TO {role};
GRANT SELECT, UPDATE ON units.ledger TO {role};
GRANT SELECT ON units.schema_version, units.OrleansQuery, units.journal_readable TO {role};

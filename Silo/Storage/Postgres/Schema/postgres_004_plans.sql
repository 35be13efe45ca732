-- Steps of plans and allotments, each a document on the first row of its item. A unit is judged and shown by all of its own, among millions
-- of rows that are not.
CREATE INDEX journal_plan ON journal (unit, seq) WHERE kind >= 11;

-- The journal for a person: names for numbers, months as 2025-07.
CREATE OR REPLACE VIEW journal_readable AS
SELECT
  u.id AS unit,
  j.seq,
  j.n,
  CASE j.kind
    WHEN 0 THEN 'set' WHEN 1 THEN 'year to date' WHEN 2 THEN 'add' WHEN 3 THEN 'clear' WHEN 4 THEN 'hand over'
    WHEN 5 THEN 'carried' WHEN 6 THEN 'target' WHEN 7 THEN 'ratio target' WHEN 8 THEN 'move' WHEN 9 THEN 'close period'
    WHEN 10 THEN 'reopen period'
    WHEN 11 THEN 'plan draft' WHEN 12 THEN 'plan open' WHEN 13 THEN 'plan comment' WHEN 14 THEN 'plan issue' WHEN 15 THEN 'plan amend'
    WHEN 16 THEN 'allot' ELSE 'kind ' || j.kind
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
  h.received_at,
  h.who
FROM journal AS j
JOIN unit_number AS u ON u.number = j.unit
JOIN journal AS h ON h.unit = j.unit AND h.seq = j.seq AND h.n = 0
LEFT JOIN source_number AS s ON s.number = j.source
LEFT JOIN source_number AS r ON r.number = h.reporter
LEFT JOIN measure AS m ON m.number = j.measure
LEFT JOIN indicator AS i ON i.number = j.indicator;

-- From the unit up to the root, so that rows are locked in one order and the one that everybody needs is held the shortest time.
CREATE FUNCTION add_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO totals AS t (unit, measure, month, amount, statements)
  SELECT a.unit, NEW.measure, NEW.month, NEW.amount, 1 FROM units u, unnest(u.path) AS a (unit) WHERE u.number = NEW.unit
  ON CONFLICT (unit, measure, month) DO UPDATE SET amount = t.amount + excluded.amount, statements = t.statements + 1;
  RETURN NULL;
END
$$;

CREATE TRIGGER add_up AFTER INSERT ON entries FOR EACH ROW EXECUTE FUNCTION add_up();

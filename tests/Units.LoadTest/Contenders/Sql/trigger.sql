-- From the unit up to the root: rows are locked in one order, and the one that everybody needs is held the shortest time. An update first, since a
-- cell is nearly always there and an upsert would log a lock besides.
CREATE FUNCTION add_up() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  path int[] := (SELECT u.path FROM units u WHERE u.number = NEW.unit);
  above int;
BEGIN
  FOREACH above IN ARRAY path LOOP
    UPDATE totals SET amount = amount + NEW.amount, statements = statements + 1
    WHERE unit = above AND measure = NEW.measure AND month = NEW.month;
    IF NOT FOUND THEN
      INSERT INTO totals AS t (unit, measure, month, amount, statements) VALUES (above, NEW.measure, NEW.month, NEW.amount, 1)
      ON CONFLICT (unit, measure, month) DO UPDATE SET amount = t.amount + excluded.amount, statements = t.statements + 1;
    END IF;
  END LOOP;
  RETURN NULL;
END
$$;

CREATE TRIGGER add_up AFTER INSERT ON entries FOR EACH ROW EXECUTE FUNCTION add_up();

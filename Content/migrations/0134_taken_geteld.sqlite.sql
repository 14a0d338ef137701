-- How many open taken each group has, by step and person, kept with every change: a list shows its counts without counting. One writer at a
-- time makes that free here; in PostgreSQL such a row would make writers wait for each other, so there the index is counted.
CREATE TABLE taken_geteld (
    groep TEXT NOT NULL,
    stap TEXT NOT NULL,
    behandelaar TEXT NOT NULL,
    aantal INTEGER NOT NULL CHECK (aantal >= 0),
    PRIMARY KEY (groep, stap, behandelaar)
) WITHOUT ROWID;
INSERT INTO taken_geteld
SELECT groep, stap, ifnull(behandelaar, ''), count(*) FROM taken WHERE staat = 'open' GROUP BY 1, 2, 3;

CREATE TRIGGER taken_geteld_erbij AFTER INSERT ON taken WHEN NEW.staat = 'open' BEGIN
    INSERT INTO taken_geteld VALUES (NEW.groep, NEW.stap, ifnull(NEW.behandelaar, ''), 1)
    ON CONFLICT DO UPDATE SET aantal = aantal + 1;
END;
CREATE TRIGGER taken_geteld_eraf AFTER DELETE ON taken WHEN OLD.staat = 'open' BEGIN
    UPDATE taken_geteld SET aantal = aantal - 1
    WHERE groep = OLD.groep AND stap = OLD.stap AND behandelaar = ifnull(OLD.behandelaar, '');
END;
CREATE TRIGGER taken_geteld_weg AFTER UPDATE OF staat, groep, stap, behandelaar ON taken WHEN OLD.staat = 'open' BEGIN
    UPDATE taken_geteld SET aantal = aantal - 1
    WHERE groep = OLD.groep AND stap = OLD.stap AND behandelaar = ifnull(OLD.behandelaar, '');
END;
CREATE TRIGGER taken_geteld_bij AFTER UPDATE OF staat, groep, stap, behandelaar ON taken WHEN NEW.staat = 'open' BEGIN
    INSERT INTO taken_geteld VALUES (NEW.groep, NEW.stap, ifnull(NEW.behandelaar, ''), 1)
    ON CONFLICT DO UPDATE SET aantal = aantal + 1;
END;

DROP INDEX taken_groep_stap;

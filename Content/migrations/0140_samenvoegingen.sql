-- The same person twice: who was joined with whom, why, what went along, and what stood there before.
ALTER TABLE partijen ADD COLUMN samengevoegd_met TEXT REFERENCES partijen (id);

CREATE TABLE samenvoegingen (
    id TEXT PRIMARY KEY,
    van_id TEXT NOT NULL REFERENCES partijen (id),
    naar_id TEXT NOT NULL REFERENCES partijen (id),
    moment TEXT NOT NULL,
    door TEXT NOT NULL,
    reden TEXT NOT NULL,
    -- By table, what went along.
    meegegaan TEXT NOT NULL,
    -- The details of the person who stayed, as they were, and the version after it.
    eerder TEXT NOT NULL,
    versie BIGINT NOT NULL,
    teruggedraaid TEXT
);
CREATE INDEX samenvoegingen_naar ON samenvoegingen (naar_id, id);
CREATE INDEX samenvoegingen_van ON samenvoegingen (van_id, id);

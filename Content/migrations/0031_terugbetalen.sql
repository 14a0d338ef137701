-- Money that goes back: when it went, and in which payment file.
ALTER TABLE betalingen ADD COLUMN terugbetaald TEXT;
CREATE INDEX betalingen_terug ON betalingen (datum, id)
    WHERE terugbetaald IS NULL AND (staat = 'terug_te_betalen' OR over > 0);
CREATE INDEX betalingen_datum ON betalingen (datum, id);

CREATE TABLE betaalbestanden (
    id TEXT PRIMARY KEY,
    rekening TEXT NOT NULL,
    aantal BIGINT NOT NULL,
    bedrag BIGINT NOT NULL,
    moment TEXT NOT NULL,
    door TEXT NOT NULL,
    xml TEXT NOT NULL
);
CREATE INDEX betaalbestanden_moment ON betaalbestanden (moment);

-- When an import was last heard of: one that is silent was broken off.
ALTER TABLE imports ADD COLUMN gehoord TEXT;

-- What left the house for a language model and what came back, both masked: one row for each question that left.
CREATE TABLE verwoordingen (
    id TEXT NOT NULL PRIMARY KEY,
    moment TEXT NOT NULL,
    door TEXT NOT NULL,
    zaak_id TEXT REFERENCES zaken (id),
    -- The advice that a person decided about or commented on; nothing when they did neither.
    advies_id TEXT REFERENCES adviezen (id),
    -- Of the question, the corrections and the library, so that it is kept with no other advice.
    kenmerk TEXT NOT NULL,
    model TEXT NOT NULL,
    prompt TEXT NOT NULL,
    antwoord TEXT,
    tokens BIGINT NOT NULL,
    uitkomst TEXT
);

CREATE INDEX verwoordingen_advies ON verwoordingen (advies_id);
CREATE INDEX verwoordingen_zaak ON verwoordingen (zaak_id);

-- What the questions of a day cost together; what may still come is counted before it leaves.
CREATE TABLE verwoordingsdagen (
    dag TEXT NOT NULL PRIMARY KEY,
    tokens BIGINT NOT NULL
);

-- Decision models (DMN) in all their versions, each with the day from which it holds.
CREATE TABLE beslissingsmodellen (
    model TEXT NOT NULL,
    versie BIGINT NOT NULL CHECK (versie > 0),
    naam TEXT NOT NULL,
    bron TEXT NOT NULL,
    hash TEXT NOT NULL,
    geldig_vanaf TEXT NOT NULL,
    reden TEXT NOT NULL,
    ingevoerd TEXT NOT NULL,
    door TEXT NOT NULL,
    PRIMARY KEY (model, versie)
);

-- Files that were handed in and are looked at before they are published.
CREATE TABLE ontwerpen (
    id TEXT PRIMARY KEY,
    soort TEXT NOT NULL CHECK (soort IN ('proces', 'beslissing')),
    bestand TEXT NOT NULL,
    bron TEXT NOT NULL,
    ingediend TEXT NOT NULL,
    door TEXT NOT NULL
);
CREATE INDEX ontwerpen_oud ON ontwerpen (ingediend, id);

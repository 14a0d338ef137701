-- What a person adds to the steps before a signal to the municipality (Bgs art. 2); the signals and their answers.
CREATE TABLE signaalbewijzen (
    id TEXT PRIMARY KEY,
    zaak_id TEXT NOT NULL REFERENCES zaken (id),
    soort TEXT NOT NULL CHECK (soort IN ('contact', 'schuldhulp', 'herinnering', 'aanbod', 'bezwaar', 'vertrokken')),
    dag TEXT NOT NULL,
    kanaal TEXT,
    dagdeel TEXT CHECK (dagdeel IN ('ochtend', 'middag', 'avond')),
    bereikt BIGINT NOT NULL CHECK (bereikt IN (0, 1)),
    bewijs TEXT NOT NULL,
    document_id TEXT REFERENCES documenten (id),
    door TEXT NOT NULL,
    moment TEXT NOT NULL,
    ingetrokken TEXT
);
CREATE INDEX signaalbewijzen_zaak ON signaalbewijzen (zaak_id, dag);

CREATE TABLE gemeenten (
    code TEXT PRIMARY KEY,
    naam TEXT NOT NULL,
    plaatsen TEXT NOT NULL,
    adres TEXT,
    sleutel TEXT
);

CREATE TABLE signalen (
    id TEXT PRIMARY KEY,
    zaak_id TEXT NOT NULL REFERENCES zaken (id),
    gemeentecode TEXT NOT NULL,
    gemeente TEXT NOT NULL,
    bedrag BIGINT NOT NULL,
    sinds TEXT NOT NULL,
    dag TEXT NOT NULL,
    crisis BIGINT NOT NULL CHECK (crisis IN (0, 1)),
    document_id TEXT NOT NULL REFERENCES documenten (id),
    staat TEXT NOT NULL CHECK (staat IN ('klaar', 'bevestigd', 'geweigerd')),
    taak_id TEXT REFERENCES taken (id),
    antwoordcode BIGINT,
    antwoord TEXT,
    beantwoord TEXT,
    door TEXT NOT NULL
);
CREATE INDEX signalen_zaak ON signalen (zaak_id, dag);

CREATE TABLE partijen (
    id TEXT PRIMARY KEY,
    soort TEXT NOT NULL CHECK (soort IN ('persoon', 'organisatie')),
    naam TEXT NOT NULL,
    geboortedatum TEXT,
    adresregel TEXT,
    postcode TEXT,
    plaats TEXT,
    email TEXT,
    telefoon TEXT,
    iban TEXT,
    voorkeurskanaal TEXT NOT NULL CHECK (voorkeurskanaal IN ('brief', 'email', 'sms', 'telefoon')),
    taal TEXT NOT NULL CHECK (taal IN ('nl', 'en')),
    versie BIGINT NOT NULL,
    aangemaakt TEXT NOT NULL
);
CREATE INDEX partijen_iban ON partijen (iban) WHERE iban IS NOT NULL;

CREATE TABLE pauzes (
    id TEXT PRIMARY KEY,
    partij_id TEXT NOT NULL REFERENCES partijen (id),
    reden TEXT NOT NULL,
    begin TEXT NOT NULL,
    einde TEXT NOT NULL,
    door TEXT NOT NULL,
    opgeheven TEXT,
    CHECK (einde >= begin)
);
CREATE UNIQUE INDEX pauzes_lopend ON pauzes (partij_id) WHERE opgeheven IS NULL;

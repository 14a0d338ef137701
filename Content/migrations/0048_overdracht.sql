-- Bailiffs, what was handed over to them, and what they reported.
CREATE TABLE deurwaarders (
    code TEXT PRIMARY KEY,
    naam TEXT NOT NULL,
    adresregel TEXT NOT NULL,
    postcode TEXT NOT NULL,
    plaats TEXT NOT NULL,
    telefoon TEXT NOT NULL,
    email TEXT NOT NULL,
    sleutelhash TEXT UNIQUE
);

CREATE TABLE overdrachten (
    id TEXT PRIMARY KEY,
    zaak_id TEXT NOT NULL REFERENCES zaken (id),
    deurwaarder TEXT REFERENCES deurwaarders (code),
    dag TEXT NOT NULL,
    staat TEXT NOT NULL CHECK (staat IN ('overgedragen', 'teruggehaald')),
    inventaris_id TEXT NOT NULL REFERENCES documenten (id),
    specificatie_id TEXT NOT NULL REFERENCES documenten (id),
    gegevens_id TEXT NOT NULL REFERENCES documenten (id),
    dossier_id TEXT REFERENCES documenten (id),
    reden TEXT,
    einde TEXT
);
CREATE UNIQUE INDEX overdrachten_lopend ON overdrachten (zaak_id) WHERE staat = 'overgedragen';
CREATE INDEX overdrachten_dag ON overdrachten (dag, id);

CREATE TABLE deurwaarderberichten (
    id TEXT PRIMARY KEY,
    kenmerk TEXT NOT NULL,
    status TEXT NOT NULL,
    sleutel TEXT NOT NULL,
    uitkomst TEXT NOT NULL CHECK (uitkomst IN ('verwerkt', 'bekend', 'geweigerd')),
    waarom TEXT,
    zaak_id TEXT REFERENCES zaken (id),
    bron TEXT NOT NULL,
    moment TEXT NOT NULL
);
CREATE UNIQUE INDEX deurwaarderberichten_sleutel ON deurwaarderberichten (sleutel) WHERE uitkomst = 'verwerkt';
CREATE INDEX deurwaarderberichten_moment ON deurwaarderberichten (moment, id);

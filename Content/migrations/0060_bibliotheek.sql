-- The library of the procesbot: sources in versions. The file as it came and the text as it is cited both stand in inhoud.

CREATE TABLE bronnen (
    id TEXT NOT NULL PRIMARY KEY,
    naam TEXT NOT NULL,
    CONSTRAINT bronnen_naam UNIQUE (naam)
);

CREATE TABLE bronversies (
    bron_id TEXT NOT NULL REFERENCES bronnen (id),
    versie BIGINT NOT NULL,
    bestandsnaam TEXT NOT NULL,
    vorm TEXT NOT NULL CONSTRAINT bronversies_vorm CHECK (vorm IN ('opmaak', 'plat')),
    hash TEXT NOT NULL REFERENCES inhoud (hash),
    tekst TEXT NOT NULL REFERENCES inhoud (hash),
    titel TEXT NOT NULL,
    uitgave TEXT,
    eigenaar TEXT,
    geldig_van TEXT,
    geldig_tot TEXT,
    -- Comma separated; empty is for all.
    zaaktypen TEXT NOT NULL,
    stappen TEXT NOT NULL,
    moment TEXT NOT NULL,
    door TEXT NOT NULL,
    PRIMARY KEY (bron_id, versie)
);

-- An advice that a person did something with; asking alone leaves nothing behind.
CREATE TABLE adviezen (
    id TEXT NOT NULL PRIMARY KEY,
    zaak_id TEXT REFERENCES zaken (id),
    vraag TEXT NOT NULL,
    correcties TEXT NOT NULL,
    advies TEXT NOT NULL,
    bibliotheek TEXT NOT NULL,
    moment TEXT NOT NULL,
    door TEXT NOT NULL,
    besluit TEXT CONSTRAINT adviezen_besluit CHECK (besluit IN ('overgenomen', 'aangepast', 'afgewezen')),
    reden TEXT
);

CREATE INDEX adviezen_zaak ON adviezen (zaak_id);

CREATE TABLE terugkoppelingen (
    id TEXT NOT NULL PRIMARY KEY,
    advies_id TEXT NOT NULL REFERENCES adviezen (id),
    -- The number of the step it is about, from 1; nothing for the advice as a whole.
    stap BIGINT,
    oordeel TEXT NOT NULL CONSTRAINT terugkoppelingen_oordeel
        CHECK (oordeel IN ('klopt', 'klopt_niet', 'onvolledig', 'verouderd', 'bron_ontbreekt', 'onduidelijk')),
    toelichting TEXT NOT NULL,
    gedaan TEXT NOT NULL,
    moment TEXT NOT NULL,
    door TEXT NOT NULL,
    hersteld TEXT,
    hersteld_door TEXT,
    herstel TEXT
);

CREATE INDEX terugkoppelingen_open ON terugkoppelingen (hersteld, moment);

CREATE TABLE testvragen (
    id TEXT NOT NULL PRIMARY KEY,
    terugkoppeling_id TEXT REFERENCES terugkoppelingen (id),
    vraag TEXT NOT NULL,
    feiten TEXT NOT NULL,
    -- The start of a document's name and of its heading, one a line; the words that must occur, comma separated.
    bronnen TEXT NOT NULL,
    woorden TEXT NOT NULL,
    weigeren BIGINT NOT NULL,
    moment TEXT NOT NULL,
    door TEXT NOT NULL
);

CREATE TABLE metingen (
    id TEXT NOT NULL PRIMARY KEY,
    moment TEXT NOT NULL,
    door TEXT NOT NULL,
    bibliotheek TEXT NOT NULL,
    regels TEXT NOT NULL,
    uitkomst TEXT NOT NULL
);

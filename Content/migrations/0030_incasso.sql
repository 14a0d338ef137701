CREATE TABLE schuldeisers (
    code TEXT PRIMARY KEY,
    naam TEXT NOT NULL,
    adresregel TEXT NOT NULL,
    postcode TEXT NOT NULL,
    plaats TEXT NOT NULL,
    kvk TEXT NOT NULL,
    iban TEXT NOT NULL,
    telefoon TEXT NOT NULL,
    email TEXT NOT NULL,
    website TEXT NOT NULL,
    wki TEXT,
    btw_over_kosten BIGINT NOT NULL CHECK (btw_over_kosten IN (0, 1))
);

CREATE TABLE debiteuren (
    schuldeiser TEXT NOT NULL REFERENCES schuldeisers (code),
    nummer TEXT NOT NULL,
    partij_id TEXT NOT NULL REFERENCES partijen (id),
    PRIMARY KEY (schuldeiser, nummer)
);
CREATE INDEX debiteuren_partij ON debiteuren (partij_id);

CREATE TABLE vorderingen (
    id TEXT PRIMARY KEY,
    zaak_id TEXT NOT NULL REFERENCES zaken (id),
    schuldeiser TEXT NOT NULL REFERENCES schuldeisers (code),
    factuurnummer TEXT NOT NULL,
    omschrijving TEXT NOT NULL,
    soort TEXT NOT NULL,
    factuurdatum TEXT NOT NULL,
    vervaldatum TEXT NOT NULL,
    kenmerk TEXT NOT NULL,
    open_hoofdsom BIGINT NOT NULL,
    open_kosten BIGINT NOT NULL,
    open_rente BIGINT NOT NULL,
    versie BIGINT NOT NULL,
    UNIQUE (schuldeiser, factuurnummer)
);
CREATE INDEX vorderingen_zaak ON vorderingen (zaak_id, vervaldatum);
CREATE INDEX vorderingen_kenmerk ON vorderingen (kenmerk);

CREATE TABLE mutaties (
    id TEXT PRIMARY KEY,
    vordering_id TEXT NOT NULL REFERENCES vorderingen (id),
    nummer BIGINT NOT NULL,
    soort TEXT NOT NULL,
    datum TEXT NOT NULL,
    moment TEXT NOT NULL,
    door TEXT NOT NULL,
    toelichting TEXT NOT NULL,
    betaling_id TEXT,
    keert_om TEXT REFERENCES mutaties (id),
    UNIQUE (vordering_id, nummer)
);
CREATE UNIQUE INDEX mutaties_keert_om ON mutaties (keert_om) WHERE keert_om IS NOT NULL;
CREATE INDEX mutaties_betaling ON mutaties (betaling_id) WHERE betaling_id IS NOT NULL;

CREATE TABLE boekingen (
    mutatie_id TEXT NOT NULL REFERENCES mutaties (id),
    rekening TEXT NOT NULL,
    bedrag BIGINT NOT NULL,
    PRIMARY KEY (mutatie_id, rekening)
);

CREATE TABLE betalingen (
    id TEXT PRIMARY KEY,
    sleutel TEXT NOT NULL UNIQUE,
    rekening TEXT NOT NULL,
    datum TEXT NOT NULL,
    bedrag BIGINT NOT NULL,
    tegenrekening TEXT,
    naam TEXT,
    omschrijving TEXT NOT NULL,
    kenmerk TEXT,
    staat TEXT NOT NULL CHECK (staat IN ('te_plaatsen', 'geplaatst', 'terug_te_betalen')),
    zaak_id TEXT REFERENCES zaken (id),
    over BIGINT NOT NULL DEFAULT 0,
    reden TEXT,
    import_id TEXT,
    moment TEXT NOT NULL,
    versie BIGINT NOT NULL,
    CONSTRAINT betalingen_geplaatst CHECK (staat <> 'geplaatst' OR zaak_id IS NOT NULL)
);
CREATE INDEX betalingen_te_plaatsen ON betalingen (datum, id) WHERE staat = 'te_plaatsen';
CREATE INDEX betalingen_zaak ON betalingen (zaak_id, datum) WHERE zaak_id IS NOT NULL;

CREATE TABLE regelingen (
    id TEXT PRIMARY KEY,
    zaak_id TEXT NOT NULL REFERENCES zaken (id),
    staat TEXT NOT NULL CHECK (staat IN ('lopend', 'voldaan', 'vervallen')),
    bedrag BIGINT NOT NULL,
    overeengekomen TEXT NOT NULL,
    door TEXT NOT NULL,
    versie BIGINT NOT NULL
);
CREATE UNIQUE INDEX regelingen_lopend ON regelingen (zaak_id) WHERE staat = 'lopend';

CREATE TABLE termijnen (
    regeling_id TEXT NOT NULL REFERENCES regelingen (id),
    nummer BIGINT NOT NULL,
    vervaldag TEXT NOT NULL,
    bedrag BIGINT NOT NULL CHECK (bedrag > 0),
    voldaan BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (regeling_id, nummer)
);

CREATE TABLE imports (
    id TEXT PRIMARY KEY,
    soort TEXT NOT NULL,
    bestandsnaam TEXT NOT NULL,
    hash TEXT NOT NULL,
    staat TEXT NOT NULL CHECK (staat IN ('bezig', 'klaar', 'geweigerd')),
    begonnen TEXT NOT NULL,
    klaar TEXT,
    door TEXT NOT NULL,
    gelezen BIGINT NOT NULL DEFAULT 0,
    nieuw BIGINT NOT NULL DEFAULT 0,
    bekend BIGINT NOT NULL DEFAULT 0,
    afgewezen BIGINT NOT NULL DEFAULT 0,
    fout TEXT
);
CREATE INDEX imports_begonnen ON imports (begonnen);

CREATE TABLE afwijzingen (
    import_id TEXT NOT NULL REFERENCES imports (id),
    regel BIGINT NOT NULL,
    veld TEXT NOT NULL,
    waarde TEXT NOT NULL,
    reden TEXT NOT NULL,
    PRIMARY KEY (import_id, regel, veld)
);

CREATE TABLE brieven (
    id TEXT PRIMARY KEY,
    zaak_id TEXT NOT NULL REFERENCES zaken (id),
    sjabloon TEXT NOT NULL,
    kanaal TEXT NOT NULL CHECK (kanaal IN ('brief', 'email')),
    aan TEXT,
    onderwerp TEXT NOT NULL,
    tekst TEXT NOT NULL,
    document_id TEXT NOT NULL REFERENCES documenten (id),
    opgemaakt TEXT NOT NULL,
    termijn_einde TEXT,
    kosten_vanaf TEXT,
    vorderingen TEXT NOT NULL,
    verzonden TEXT,
    bewijs TEXT
);
CREATE INDEX brieven_zaak ON brieven (zaak_id, opgemaakt);

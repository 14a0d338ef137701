CREATE TABLE nummers (
    reeks TEXT PRIMARY KEY,
    laatste BIGINT NOT NULL
);

CREATE TABLE procesdefinities (
    proces TEXT NOT NULL,
    versie BIGINT NOT NULL,
    naam TEXT NOT NULL,
    bron TEXT NOT NULL,
    hash TEXT NOT NULL,
    ingevoerd TEXT NOT NULL,
    door TEXT NOT NULL,
    PRIMARY KEY (proces, versie)
);

CREATE TABLE zaken (
    id TEXT PRIMARY KEY,
    nummer TEXT NOT NULL UNIQUE,
    zaaktype TEXT NOT NULL,
    partij_id TEXT NOT NULL REFERENCES partijen (id),
    omschrijving TEXT NOT NULL,
    status TEXT NOT NULL,
    resultaat TEXT,
    behandelaar TEXT,
    geopend TEXT NOT NULL,
    streefdatum TEXT NOT NULL,
    opgeschort TEXT,
    afgesloten TEXT,
    bedrag BIGINT NOT NULL DEFAULT 0,
    versie BIGINT NOT NULL,
    CONSTRAINT zaken_resultaat CHECK (afgesloten IS NULL OR resultaat IS NOT NULL)
);
CREATE INDEX zaken_partij ON zaken (partij_id, zaaktype);
CREATE INDEX zaken_open_bedrag ON zaken (bedrag) WHERE afgesloten IS NULL;
CREATE INDEX zaken_behandelaar ON zaken (behandelaar) WHERE afgesloten IS NULL;

CREATE TABLE procesinstanties (
    zaak_id TEXT PRIMARY KEY REFERENCES zaken (id),
    proces TEXT NOT NULL,
    procesversie BIGINT NOT NULL,
    toestand TEXT NOT NULL,
    herstelpunt TEXT,
    versie BIGINT NOT NULL,
    FOREIGN KEY (proces, procesversie) REFERENCES procesdefinities (proces, versie)
);

CREATE TABLE taken (
    id TEXT PRIMARY KEY,
    zaak_id TEXT NOT NULL REFERENCES zaken (id),
    soort TEXT NOT NULL CHECK (soort IN ('formulier', 'keuze', 'activiteiten', 'storing', 'los')),
    element BIGINT,
    stap TEXT NOT NULL,
    naam TEXT NOT NULL,
    formulier TEXT,
    keuzes TEXT NOT NULL,
    groep TEXT NOT NULL,
    behandelaar TEXT,
    waarom TEXT NOT NULL,
    ontstaan TEXT NOT NULL,
    uiterlijk TEXT NOT NULL,
    bedrag BIGINT NOT NULL DEFAULT 0,
    staat TEXT NOT NULL CHECK (staat IN ('open', 'rust', 'afgerond', 'ingetrokken')),
    afgerond_op TEXT,
    afgerond_door TEXT,
    uitkomst TEXT,
    versie BIGINT NOT NULL,
    CONSTRAINT taken_afgerond CHECK ((staat = 'afgerond') = (afgerond_op IS NOT NULL))
);
CREATE INDEX taken_zaak ON taken (zaak_id, ontstaan);
CREATE INDEX taken_van ON taken (behandelaar, uiterlijk, id) WHERE staat = 'open';
CREATE INDEX taken_groep ON taken (groep, uiterlijk, id) WHERE staat = 'open';
CREATE INDEX taken_open ON taken (uiterlijk, id) WHERE staat = 'open';
CREATE INDEX taken_open_bedrag ON taken (bedrag, id) WHERE staat = 'open';
CREATE INDEX taken_open_ontstaan ON taken (ontstaan, id) WHERE staat = 'open';

CREATE TABLE documenten (
    id TEXT PRIMARY KEY,
    zaak_id TEXT NOT NULL REFERENCES zaken (id),
    titel TEXT NOT NULL,
    soort TEXT NOT NULL,
    richting TEXT NOT NULL CHECK (richting IN ('in', 'uit', 'intern')),
    aangemaakt TEXT NOT NULL
);
CREATE INDEX documenten_zaak ON documenten (zaak_id, aangemaakt);

CREATE TABLE documentversies (
    document_id TEXT NOT NULL REFERENCES documenten (id),
    versie BIGINT NOT NULL,
    bestandsnaam TEXT NOT NULL,
    formaat TEXT NOT NULL,
    omvang BIGINT NOT NULL,
    hash TEXT NOT NULL REFERENCES inhoud (hash),
    moment TEXT NOT NULL,
    door TEXT NOT NULL,
    PRIMARY KEY (document_id, versie)
);

CREATE TABLE notities (
    id TEXT PRIMARY KEY,
    zaak_id TEXT NOT NULL REFERENCES zaken (id),
    tekst TEXT NOT NULL,
    moment TEXT NOT NULL,
    door TEXT NOT NULL
);
CREATE INDEX notities_zaak ON notities (zaak_id, moment);

CREATE TABLE afwijkingen (
    id TEXT PRIMARY KEY,
    zaak_id TEXT NOT NULL REFERENCES zaken (id),
    van_stap TEXT NOT NULL,
    naar_stap TEXT NOT NULL,
    reden TEXT NOT NULL,
    bron TEXT,
    moment TEXT NOT NULL,
    door TEXT NOT NULL
);
CREATE INDEX afwijkingen_zaak ON afwijkingen (zaak_id, moment);
CREATE INDEX afwijkingen_stappen ON afwijkingen (van_stap, naar_stap);

CREATE TABLE instellingen (
    sleutel TEXT PRIMARY KEY,
    waarde TEXT NOT NULL
);

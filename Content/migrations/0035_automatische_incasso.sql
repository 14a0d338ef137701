-- Mandates, the batches in which they are collected, and each amount collected once.
ALTER TABLE schuldeisers ADD COLUMN incassant TEXT;

CREATE TABLE machtigingen (
    id TEXT PRIMARY KEY,
    kenmerk TEXT NOT NULL,
    partij_id TEXT NOT NULL REFERENCES partijen (id),
    schuldeiser TEXT NOT NULL REFERENCES schuldeisers (code),
    iban TEXT NOT NULL,
    naam TEXT NOT NULL,
    soort TEXT NOT NULL CHECK (soort IN ('doorlopend', 'eenmalig')),
    getekend TEXT NOT NULL,
    bewijs TEXT NOT NULL,
    gebruikt TEXT,
    ingetrokken TEXT,
    reden TEXT,
    versie BIGINT NOT NULL,
    UNIQUE (schuldeiser, kenmerk)
);
CREATE INDEX machtigingen_partij ON machtigingen (partij_id);
CREATE INDEX machtigingen_schuldeiser ON machtigingen (schuldeiser, id) WHERE ingetrokken IS NULL;

CREATE TABLE incassobatches (
    id TEXT PRIMARY KEY,
    schuldeiser TEXT NOT NULL REFERENCES schuldeisers (code),
    incassodag TEXT NOT NULL,
    staat TEXT NOT NULL CHECK (staat IN ('voorbereid', 'vrijgegeven', 'vervallen')),
    moment TEXT NOT NULL,
    door TEXT NOT NULL,
    vrijgegeven TEXT,
    vrijgegeven_door TEXT,
    xml TEXT,
    overgeslagen TEXT NOT NULL,
    versie BIGINT NOT NULL
);
CREATE INDEX incassobatches_moment ON incassobatches (moment);

CREATE TABLE incassoregels (
    id TEXT PRIMARY KEY,
    batch_id TEXT NOT NULL REFERENCES incassobatches (id),
    machtiging_id TEXT NOT NULL REFERENCES machtigingen (id),
    zaak_id TEXT NOT NULL REFERENCES zaken (id),
    eindkenmerk TEXT NOT NULL UNIQUE,
    sleutel TEXT NOT NULL,
    omschrijving TEXT NOT NULL,
    bedrag BIGINT NOT NULL CHECK (bedrag > 0),
    staat TEXT NOT NULL CHECK (staat IN ('gepland', 'aangeboden', 'ontvangen', 'gestorneerd', 'vervallen')),
    reden TEXT,
    aangekondigd TEXT NOT NULL,
    herkansing BIGINT NOT NULL DEFAULT 0 CHECK (herkansing IN (0, 1))
);
CREATE INDEX incassoregels_batch ON incassoregels (batch_id);
CREATE INDEX incassoregels_machtiging ON incassoregels (machtiging_id);
CREATE INDEX incassoregels_sleutel ON incassoregels (sleutel);
-- The same due amount stands in one collection at a time.
CREATE UNIQUE INDEX incassoregels_eenmaal ON incassoregels (sleutel) WHERE staat IN ('gepland', 'aangeboden', 'ontvangen');

-- Uit de Knoop: one guidance for a person with several claims, the debts elsewhere as told, warm handovers to partners.
CREATE TABLE knopen (
    id TEXT PRIMARY KEY,
    partij_id TEXT NOT NULL REFERENCES partijen (id),
    zaak_id TEXT NOT NULL UNIQUE REFERENCES zaken (id),
    pauze_id TEXT NOT NULL REFERENCES pauzes (id),
    contact TEXT NOT NULL,
    begin TEXT NOT NULL,
    einde TEXT NOT NULL,
    verlengd BIGINT NOT NULL DEFAULT 0 CHECK (verlengd IN (0, 1)),
    uitkomst TEXT,
    afgesloten TEXT,
    nazorg BIGINT NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX knopen_lopend ON knopen (partij_id) WHERE afgesloten IS NULL;

CREATE TABLE schulden_elders (
    id TEXT PRIMARY KEY,
    knoop_id TEXT NOT NULL REFERENCES knopen (id),
    schuldeiser TEXT NOT NULL,
    omschrijving TEXT NOT NULL,
    bedrag BIGINT CHECK (bedrag >= 0),
    stand TEXT NOT NULL,
    door TEXT NOT NULL,
    moment TEXT NOT NULL
);
CREATE INDEX schulden_elders_knoop ON schulden_elders (knoop_id, id);

CREATE TABLE doorverwijzingen (
    id TEXT PRIMARY KEY,
    knoop_id TEXT NOT NULL REFERENCES knopen (id),
    partner TEXT NOT NULL,
    bureau TEXT NOT NULL,
    gegevens TEXT NOT NULL,
    toestemming TEXT NOT NULL,
    toestemming_op TEXT NOT NULL,
    aangeboden TEXT NOT NULL,
    uiterlijk TEXT NOT NULL,
    staat TEXT NOT NULL CHECK (staat IN ('aangeboden', 'aangenomen', 'geweigerd', 'ingetrokken')),
    wie TEXT,
    reden TEXT,
    beantwoord TEXT,
    door TEXT NOT NULL
);
CREATE INDEX doorverwijzingen_knoop ON doorverwijzingen (knoop_id, aangeboden);

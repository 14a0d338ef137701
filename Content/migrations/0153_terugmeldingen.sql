-- What a municipality reports back on a signal: its result in the words of the exchange model, and whether a person weighed it.
CREATE TABLE terugmeldingen (
    id TEXT PRIMARY KEY,
    signaal_id TEXT NOT NULL REFERENCES signalen (id),
    zaak_id TEXT NOT NULL REFERENCES zaken (id),
    uitslag TEXT NOT NULL,
    dag TEXT NOT NULL,
    opgepakt TEXT,
    pogingen TEXT NOT NULL,
    toelichting TEXT NOT NULL,
    bron TEXT NOT NULL CHECK (bron IN ('bestand', 'oproep', 'hand')),
    door TEXT NOT NULL,
    moment TEXT NOT NULL,
    taak_id TEXT REFERENCES taken (id),
    gewogen TEXT
);
CREATE INDEX terugmeldingen_zaak ON terugmeldingen (zaak_id, id);

-- A signal that the municipality says reached the wrong place, or was unjust, counts at no gate.
ALTER TABLE signalen ADD COLUMN telt BIGINT NOT NULL DEFAULT 1 CHECK (telt IN (0, 1));

-- The hash of the key with which a municipality reports back by a call.
ALTER TABLE gemeenten ADD COLUMN terugmeldhash TEXT;

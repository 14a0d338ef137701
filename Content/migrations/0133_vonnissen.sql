-- What a court awarded, and on which claims; from then on that counts.
CREATE TABLE vonnissen (
    id TEXT PRIMARY KEY,
    zaak_id TEXT NOT NULL REFERENCES zaken (id),
    zaaknummer TEXT NOT NULL,
    dag TEXT NOT NULL,
    hoofdsom BIGINT NOT NULL CHECK (hoofdsom >= 0),
    kosten BIGINT NOT NULL CHECK (kosten >= 0),
    -- Empty where no interest was awarded.
    rente_vanaf TEXT,
    moment TEXT NOT NULL
);
CREATE INDEX vonnissen_zaak ON vonnissen (zaak_id, id);

CREATE TABLE vonnisvorderingen (
    vordering_id TEXT NOT NULL REFERENCES vorderingen (id),
    vonnis_id TEXT NOT NULL REFERENCES vonnissen (id),
    PRIMARY KEY (vordering_id, vonnis_id)
);

-- Who pays from the account of a mandate.
CREATE INDEX machtigingen_iban ON machtigingen (iban);

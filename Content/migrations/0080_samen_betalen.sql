-- How an arrangement is paid; one plan over several zaken with its parts; a payment that was divided; a creditor's own bailiff.
ALTER TABLE regelingen ADD COLUMN betaalwijze TEXT CHECK (betaalwijze IN ('overmaken', 'incasso', 'link'));
ALTER TABLE schuldeisers ADD COLUMN deurwaarder TEXT REFERENCES deurwaarders (code);

CREATE TABLE verzamelplannen (
    id TEXT PRIMARY KEY,
    partij_id TEXT NOT NULL REFERENCES partijen (id),
    eerste_dag TEXT NOT NULL,
    moment TEXT NOT NULL
);
CREATE INDEX verzamelplannen_partij ON verzamelplannen (partij_id, id);

CREATE TABLE verzameldelen (
    plan_id TEXT NOT NULL REFERENCES verzamelplannen (id),
    zaak_id TEXT NOT NULL REFERENCES zaken (id),
    -- The part of one month's amount.
    per_maand BIGINT NOT NULL CHECK (per_maand > 0),
    PRIMARY KEY (plan_id, zaak_id)
);
CREATE INDEX verzameldelen_zaak ON verzameldelen (zaak_id, plan_id);

CREATE TABLE betalingsdelen (
    betaling_id TEXT NOT NULL REFERENCES betalingen (id),
    zaak_id TEXT NOT NULL REFERENCES zaken (id),
    bedrag BIGINT NOT NULL CHECK (bedrag > 0),
    PRIMARY KEY (betaling_id, zaak_id)
);
CREATE INDEX betalingsdelen_zaak ON betalingsdelen (zaak_id);

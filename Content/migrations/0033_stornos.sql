-- Money that the bank took back (R-transactions), each line of the bank once.
ALTER TABLE betalingen ADD COLUMN eindkenmerk TEXT;
CREATE INDEX betalingen_eindkenmerk ON betalingen (eindkenmerk) WHERE eindkenmerk IS NOT NULL;
CREATE INDEX betalingen_tegenrekening ON betalingen (tegenrekening, datum) WHERE tegenrekening IS NOT NULL;

CREATE TABLE stornos (
    id TEXT PRIMARY KEY,
    sleutel TEXT NOT NULL UNIQUE,
    betaling_id TEXT NOT NULL REFERENCES betalingen (id),
    zaak_id TEXT NOT NULL REFERENCES zaken (id),
    code TEXT NOT NULL,
    gevolg TEXT NOT NULL,
    bedrag BIGINT NOT NULL,
    datum TEXT NOT NULL,
    moment TEXT NOT NULL
);
CREATE INDEX stornos_datum ON stornos (datum);
CREATE INDEX stornos_zaak ON stornos (zaak_id);

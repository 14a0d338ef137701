-- Payments that someone begins with a payment provider from a payment link; each ends once.
CREATE TABLE linkbetalingen (
    id TEXT PRIMARY KEY,
    zaak_id TEXT NOT NULL REFERENCES zaken (id),
    aanbieder TEXT NOT NULL,
    extern TEXT,
    adres TEXT,
    bedrag BIGINT NOT NULL CHECK (bedrag > 0),
    staat TEXT NOT NULL CHECK (staat IN ('begonnen', 'open', 'betaald', 'mislukt')),
    moment TEXT NOT NULL,
    betaling_id TEXT REFERENCES betalingen (id),
    UNIQUE (aanbieder, extern)
);
CREATE INDEX linkbetalingen_extern ON linkbetalingen (extern) WHERE extern IS NOT NULL;
CREATE INDEX linkbetalingen_zaak ON linkbetalingen (zaak_id, moment);

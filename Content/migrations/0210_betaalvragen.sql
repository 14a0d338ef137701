-- Whether a payment that waits for a place is of a zaak: asked of who has the zaak before anything more is asked of the customer, and the
-- day on which someone said that it is not, or took it out of the zaak.
CREATE TABLE betaalvragen (
    betaling_id TEXT NOT NULL REFERENCES betalingen (id),
    zaak_id TEXT NOT NULL REFERENCES zaken (id),
    taak_id TEXT REFERENCES taken (id),
    niet_hier TEXT,
    PRIMARY KEY (betaling_id, zaak_id)
);
CREATE INDEX betaalvragen_zaak ON betaalvragen (zaak_id);
CREATE INDEX betaalvragen_taak ON betaalvragen (taak_id);

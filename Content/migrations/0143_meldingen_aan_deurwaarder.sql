-- What a bailiff who has a zaak must hear from us, and when they heard it: by a call that fetches it, or from a person.
CREATE TABLE deurwaardermeldingen (
    id TEXT PRIMARY KEY,
    overdracht_id TEXT NOT NULL REFERENCES overdrachten (id),
    soort TEXT NOT NULL CHECK (soort IN ('betaling', 'betaling_terug', 'bijzonder', 'teruggehaald')),
    bedrag BIGINT,
    dag TEXT NOT NULL,
    moment TEXT NOT NULL,
    gemeld TEXT,
    gemeld_door TEXT,
    hoe TEXT
);
CREATE INDEX deurwaardermeldingen_overdracht ON deurwaardermeldingen (overdracht_id, moment);
CREATE INDEX deurwaardermeldingen_open ON deurwaardermeldingen (moment) WHERE gemeld IS NULL;

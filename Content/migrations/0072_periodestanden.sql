-- What was counted of periods that are over, for trends; without a creditor for all of them.
CREATE TABLE periodestanden (
    periode TEXT NOT NULL,
    schuldeiser TEXT NOT NULL,
    onderdeel TEXT NOT NULL,
    aantal BIGINT NOT NULL,
    zaken BIGINT NOT NULL,
    bedrag BIGINT NOT NULL,
    gewicht BIGINT NOT NULL,
    PRIMARY KEY (periode, schuldeiser, onderdeel)
);

-- What was counted of a period before its count changed, so that a figure that was shown once can be shown again.
CREATE TABLE periodestanden_eerder (
    periode TEXT NOT NULL,
    schuldeiser TEXT NOT NULL,
    onderdeel TEXT NOT NULL,
    tot TEXT NOT NULL,
    aantal BIGINT NOT NULL,
    zaken BIGINT NOT NULL,
    bedrag BIGINT NOT NULL,
    gewicht BIGINT NOT NULL,
    geteld TEXT,
    PRIMARY KEY (periode, schuldeiser, onderdeel, tot)
);

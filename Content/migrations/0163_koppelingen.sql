-- Systems of partners that may give messages and signals to processes, each by the names that it may use; only the hash of a key is kept.
CREATE TABLE koppelingen (
    code TEXT NOT NULL PRIMARY KEY,
    naam TEXT NOT NULL,
    berichten TEXT NOT NULL,
    signalen TEXT NOT NULL,
    actief BIGINT NOT NULL CHECK (actief IN (0, 1)),
    sleutelhash TEXT
);
CREATE UNIQUE INDEX koppelingen_sleutel ON koppelingen (sleutelhash);
-- What a caller gave under which id, so that the same twice is one; what was in it stands nowhere here but as a fingerprint.
CREATE TABLE oproepen (
    koppeling TEXT NOT NULL REFERENCES koppelingen (code),
    id TEXT NOT NULL,
    vingerafdruk TEXT NOT NULL,
    uitkomst TEXT NOT NULL,
    nummer TEXT NOT NULL,
    moment TEXT NOT NULL,
    PRIMARY KEY (koppeling, id)
);
CREATE INDEX oproepen_moment ON oproepen (koppeling, moment);

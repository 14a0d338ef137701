-- Changes of what advice is made from, measured against the test questions before they count.
CREATE TABLE wijzigingsvoorstellen (
    id TEXT NOT NULL PRIMARY KEY,
    soort TEXT NOT NULL CONSTRAINT wijzigingsvoorstellen_soort
        CHECK (soort IN ('bron', 'einde', 'woorden', 'zonder', 'ontwerp')),
    -- What changes, as JSON.
    gegevens TEXT NOT NULL,
    -- The file of a source and its text; nothing once it is decided.
    bestand TEXT REFERENCES inhoud (hash),
    tekst TEXT REFERENCES inhoud (hash),
    moment TEXT NOT NULL,
    door TEXT NOT NULL,
    -- How many of how many test questions were asked.
    gesteld BIGINT NOT NULL,
    vragen BIGINT,
    -- The figures with what is in force, and after the change; the library and rules that were measured.
    nu TEXT,
    straks TEXT,
    stand TEXT,
    gemeten TEXT,
    besluit TEXT CONSTRAINT wijzigingsvoorstellen_besluit CHECK (besluit IN ('gepubliceerd', 'weggegooid')),
    besloten TEXT,
    besloten_door TEXT
);

CREATE INDEX wijzigingsvoorstellen_open ON wijzigingsvoorstellen (besluit, moment, id);

-- What became of a remark: mended, or rejected with a reason.
ALTER TABLE terugkoppelingen ADD COLUMN uitkomst TEXT
    CONSTRAINT terugkoppelingen_uitkomst CHECK (uitkomst IN ('hersteld', 'afgewezen'));
UPDATE terugkoppelingen SET uitkomst = 'hersteld' WHERE hersteld IS NOT NULL;

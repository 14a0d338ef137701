-- Example cases that a process owner handed in with a version of a process; they take the place of those that ship, for that version and
-- later ones.
CREATE TABLE voorbeeldzaken (
    proces TEXT NOT NULL,
    versie BIGINT NOT NULL,
    bestand TEXT NOT NULL,
    bron TEXT NOT NULL,
    ingevoerd TEXT NOT NULL,
    door TEXT NOT NULL,
    PRIMARY KEY (proces, versie)
);
-- Those that lie beside a drawing which is looked at before it is published.
ALTER TABLE ontwerpen ADD COLUMN voorbeeldbestand TEXT;
ALTER TABLE ontwerpen ADD COLUMN voorbeelden TEXT;

-- Special states of people: in force until a person decides that they are over.
ALTER TABLE partijen ADD COLUMN afgeschermd BIGINT NOT NULL DEFAULT 0;

CREATE TABLE toestanden (
    id TEXT PRIMARY KEY,
    partij_id TEXT NOT NULL REFERENCES partijen (id),
    vordering_id TEXT REFERENCES vorderingen (id),
    soort TEXT NOT NULL,
    begin TEXT NOT NULL,
    verwacht_einde TEXT,
    opgeheven TEXT,
    bewijs TEXT NOT NULL,
    document_id TEXT REFERENCES documenten (id),
    aan_naam TEXT,
    aan_regel TEXT,
    aan_postcode TEXT,
    aan_plaats TEXT,
    aan_email TEXT,
    taak_id TEXT REFERENCES taken (id),
    door TEXT NOT NULL,
    versie BIGINT NOT NULL
);
CREATE INDEX toestanden_partij ON toestanden (partij_id, begin);

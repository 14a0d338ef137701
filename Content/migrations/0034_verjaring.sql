-- Interruptions that nothing else tells of, with their proof; and a person's decision on a claim that has lapsed.
CREATE TABLE stuitingen (
    id TEXT PRIMARY KEY,
    vordering_id TEXT NOT NULL REFERENCES vorderingen (id),
    dag TEXT NOT NULL,
    soort TEXT NOT NULL,
    bewijs TEXT NOT NULL,
    door TEXT NOT NULL,
    moment TEXT NOT NULL
);
CREATE INDEX stuitingen_vordering ON stuitingen (vordering_id, dag);

CREATE TABLE verjaringsbesluiten (
    vordering_id TEXT PRIMARY KEY REFERENCES vorderingen (id),
    reden TEXT NOT NULL,
    door TEXT NOT NULL,
    moment TEXT NOT NULL
);
CREATE INDEX vorderingen_vervaldatum ON vorderingen (vervaldatum) WHERE open_hoofdsom + open_kosten + open_rente > 0;

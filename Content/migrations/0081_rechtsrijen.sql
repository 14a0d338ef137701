-- Rows that people add to the legal tables: proposed by one, in force once another agreed.
CREATE TABLE rechtsrijen (
    id TEXT PRIMARY KEY,
    bestand TEXT NOT NULL,
    lijst TEXT NOT NULL,
    van TEXT NOT NULL,
    rij TEXT NOT NULL,
    staat TEXT NOT NULL CHECK (staat IN ('voorgesteld', 'geldig', 'afgewezen')),
    door TEXT NOT NULL,
    moment TEXT NOT NULL,
    besluit_door TEXT,
    besluit_moment TEXT
);
CREATE INDEX rechtsrijen_staat ON rechtsrijen (staat, id);

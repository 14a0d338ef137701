-- Words of the field that a process owner added to those that ship: all with one meaning, or narrower ones under a wider word.
CREATE TABLE woordgroepen (
    id TEXT NOT NULL PRIMARY KEY,
    -- The wider word; nothing where all mean the same.
    onder TEXT,
    -- A JSON array of texts.
    woorden TEXT NOT NULL,
    moment TEXT NOT NULL,
    door TEXT NOT NULL,
    -- When it was taken away; it stays for who looks back.
    vervallen TEXT
);

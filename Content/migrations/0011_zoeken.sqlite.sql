CREATE TABLE zoekregels (
    id INTEGER PRIMARY KEY,
    soort TEXT NOT NULL,
    verwijzing TEXT NOT NULL UNIQUE,
    titel TEXT NOT NULL,
    tekst TEXT NOT NULL,
    ondertitel TEXT NOT NULL,
    facet TEXT NOT NULL
);
CREATE VIRTUAL TABLE zoekwoorden USING fts5 (titel, tekst, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');

CREATE TABLE zoekregels (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    soort TEXT NOT NULL,
    verwijzing TEXT NOT NULL UNIQUE,
    titel TEXT NOT NULL,
    tekst TEXT NOT NULL,
    ondertitel TEXT NOT NULL,
    facet TEXT NOT NULL,
    woorden tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', titel), 'A') || setweight(to_tsvector('simple', tekst), 'B')
    ) STORED
);
CREATE INDEX zoekregels_woorden ON zoekregels USING gin (woorden);

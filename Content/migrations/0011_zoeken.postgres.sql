-- The form in which words are found: without accents, and split where SQLite's index splits them, so that parts of a number, an
-- address or a mail address are words as well.
CREATE FUNCTION zoekvorm(tekst TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT translate(lower(tekst), 'ÁÀÄÂÃÅÉÈËÊÍÌÏÎÓÒÖÔÕØÚÙÜÛÇÑÝŞĞáàäâãåéèëêíìïîóòöôõøúùüûçñýÿşğ@.-_/+,;<>=#%()[]',
        'aaaaaaeeeeiiiioooooouuuucnysgaaaaaaeeeeiiiioooooouuuucnyysg                 ')
$$;

CREATE TABLE zoekregels (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    soort TEXT NOT NULL,
    verwijzing TEXT NOT NULL UNIQUE,
    titel TEXT NOT NULL,
    tekst TEXT NOT NULL,
    ondertitel TEXT NOT NULL,
    facet TEXT NOT NULL,
    woorden tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', zoekvorm(titel)), 'A') || setweight(to_tsvector('simple', zoekvorm(tekst)), 'B')
    ) STORED
);
CREATE INDEX zoekregels_woorden ON zoekregels USING gin (woorden);

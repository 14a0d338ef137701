-- What people wrote in a zaak, to be found by its words: notes and recorded contacts.
CREATE TABLE geschreven (
    id INTEGER PRIMARY KEY,
    soort TEXT NOT NULL CHECK (soort IN ('notitie', 'contact')),
    zaak_id TEXT NOT NULL REFERENCES zaken (id),
    moment TEXT NOT NULL,
    door TEXT NOT NULL,
    tekst TEXT NOT NULL
);
CREATE INDEX geschreven_zaak ON geschreven (zaak_id, moment);
CREATE VIRTUAL TABLE geschrevenwoorden USING fts5 (
    tekst, content = 'geschreven', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
INSERT INTO geschreven (soort, zaak_id, moment, door, tekst)
SELECT 'notitie', zaak_id, moment, door, tekst FROM notities
UNION ALL
SELECT 'contact', subject_id, moment, actor, trim(geheel) FROM (
    SELECT subject_id, moment, actor, coalesce(json_extract(content, '$.reden'), '') || ' · '
        || coalesce(json_extract(content, '$.feiten'), '') || ' · ' || coalesce(json_extract(content, '$.afspraak'), '')
        || ' · ' || coalesce(json_extract(content, '$.vervolg'), '') AS geheel
    FROM journal WHERE subject_kind = 'zaak' AND kind = 'contact')
ORDER BY 3;
INSERT INTO geschrevenwoorden (rowid, tekst) SELECT id, tekst FROM geschreven;

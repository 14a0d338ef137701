-- What people wrote in a zaak, to be found by its words: notes and recorded contacts.
CREATE TABLE geschreven (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    soort TEXT NOT NULL CHECK (soort IN ('notitie', 'contact')),
    zaak_id TEXT NOT NULL REFERENCES zaken (id),
    moment TEXT NOT NULL,
    door TEXT NOT NULL,
    tekst TEXT NOT NULL,
    woorden tsvector GENERATED ALWAYS AS (to_tsvector('simple', zoekvorm(tekst))) STORED
);
CREATE INDEX geschreven_zaak ON geschreven (zaak_id, moment);
CREATE INDEX geschreven_woorden ON geschreven USING gin (woorden);
INSERT INTO geschreven (soort, zaak_id, moment, door, tekst)
SELECT 'notitie', zaak_id, moment, door, tekst FROM notities
UNION ALL
SELECT 'contact', subject_id, moment, actor, coalesce(content::jsonb ->> 'reden', '') || ' · '
    || coalesce(content::jsonb ->> 'feiten', '') || ' · ' || coalesce(content::jsonb ->> 'afspraak', '')
    || ' · ' || coalesce(content::jsonb ->> 'vervolg', '')
FROM journal WHERE subject_kind = 'zaak' AND kind = 'contact'
ORDER BY 3;

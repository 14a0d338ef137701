-- What people read out: numbers of a zaak's invoices and payments, told by the room that knows them; people come first, then
-- open zaken, then closed ones.
ALTER TABLE zoekregels ADD COLUMN kenmerken TEXT NOT NULL DEFAULT '';
ALTER TABLE zoekregels ADD COLUMN orde BIGINT NOT NULL DEFAULT 0;
UPDATE zoekregels SET orde = 1 + (SELECT count(*) FROM zaken z WHERE z.id = verwijzing AND z.afgesloten IS NOT NULL),
    kenmerken = ltrim(substr(titel, 11), '0') || ' ' || coalesce((
        SELECT string_agg(v.factuurnummer || ' ' || replace(v.kenmerk, ' ', ''), ' ')
        FROM vorderingen v WHERE v.zaak_id = verwijzing), '')
WHERE soort = 'zaak';
UPDATE zoekregels SET kenmerken = (
    SELECT replace(coalesce(p.postcode, ''), ' ', '') || ' ' || replace(replace(coalesce(p.telefoon, ''), ' ', ''), '-', '')
    FROM partijen p WHERE p.id = verwijzing)
WHERE soort = 'klant';
ALTER TABLE zoekregels DROP COLUMN woorden;
ALTER TABLE zoekregels ADD COLUMN woorden tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('simple', zoekvorm(titel)), 'A')
    || setweight(to_tsvector('simple', zoekvorm(tekst || ' ' || kenmerken)), 'B')) STORED;
CREATE INDEX zoekregels_woorden ON zoekregels USING gin (woorden);

-- The words of names and their parts of three letters, to find the name that someone may have meant.
CREATE TABLE namen (naam TEXT PRIMARY KEY);
CREATE TABLE naamdelen (deel TEXT NOT NULL, naam TEXT NOT NULL, PRIMARY KEY (deel, naam));
INSERT INTO namen
SELECT DISTINCT woord FROM zoekregels, unnest(string_to_array(lower(titel), ' ')) AS woord
WHERE soort = 'klant' AND length(woord) > 2;
INSERT INTO naamdelen
SELECT DISTINCT substr('$' || naam || '$', plaats, 3), naam FROM namen, generate_series(1, length(naam)) AS plaats;

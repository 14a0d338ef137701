-- What people read out: numbers of a zaak's invoices and payments, told by the room that knows them; people come first, then
-- open zaken, then closed ones.
ALTER TABLE zoekregels ADD COLUMN kenmerken TEXT NOT NULL DEFAULT '';
ALTER TABLE zoekregels ADD COLUMN orde BIGINT NOT NULL DEFAULT 0;
UPDATE zoekregels SET orde = 1 + (SELECT count(*) FROM zaken z WHERE z.id = verwijzing AND z.afgesloten IS NOT NULL),
    kenmerken = ltrim(substr(titel, 11), '0') || ' ' || coalesce((
        SELECT group_concat(v.factuurnummer || ' ' || replace(v.kenmerk, ' ', ''), ' ')
        FROM vorderingen v WHERE v.zaak_id = verwijzing), '')
WHERE soort = 'zaak';
UPDATE zoekregels SET kenmerken = (
    SELECT replace(coalesce(p.postcode, ''), ' ', '') || ' ' || replace(replace(coalesce(p.telefoon, ''), ' ', ''), '-', '')
    FROM partijen p WHERE p.id = verwijzing)
WHERE soort = 'klant';
DELETE FROM zoekwoorden;
INSERT INTO zoekwoorden (rowid, titel, tekst) SELECT id, titel, tekst || ' ' || kenmerken FROM zoekregels;

-- The words of names and their parts of three letters, to find the name that someone may have meant.
CREATE TABLE namen (naam TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE naamdelen (deel TEXT NOT NULL, naam TEXT NOT NULL, PRIMARY KEY (deel, naam)) WITHOUT ROWID;
WITH RECURSIVE delen (woord, rest) AS (
    SELECT '', lower(titel) || ' ' FROM zoekregels WHERE soort = 'klant'
    UNION ALL
    SELECT substr(rest, 1, instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1) FROM delen WHERE rest <> '')
INSERT INTO namen SELECT DISTINCT woord FROM delen WHERE length(woord) > 2;
WITH RECURSIVE stukken (naam, vol, plaats) AS (
    SELECT naam, '$' || naam || '$', 1 FROM namen
    UNION ALL
    SELECT naam, vol, plaats + 1 FROM stukken WHERE plaats < length(vol) - 2)
INSERT OR IGNORE INTO naamdelen SELECT substr(vol, plaats, 3), naam FROM stukken;

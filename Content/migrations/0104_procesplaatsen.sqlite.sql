-- The versions of processes that an open zaak runs on, its own and those it called, in one word that an index counts.
ALTER TABLE procesinstanties ADD COLUMN plaatsen TEXT NOT NULL DEFAULT '';
UPDATE procesinstanties SET plaatsen = coalesce((
    SELECT group_concat(d.value, ' ') FROM json_each(toestand, '$.definitions') d
    WHERE d.key = 0 OR EXISTS (
        SELECT 1 FROM json_each(toestand, '$.elements') e WHERE json_extract(e.value, '$.process') = d.key)), '')
WHERE EXISTS (SELECT 1 FROM zaken z WHERE z.id = zaak_id AND z.afgesloten IS NULL);
CREATE INDEX procesinstanties_plaatsen ON procesinstanties (plaatsen) WHERE plaatsen <> '';

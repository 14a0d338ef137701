-- The versions of processes that an open zaak runs on, its own and those it called, in one word that an index counts.
ALTER TABLE procesinstanties ADD COLUMN plaatsen TEXT NOT NULL DEFAULT '';
UPDATE procesinstanties SET plaatsen = coalesce((
    SELECT string_agg(d.value, ' ' ORDER BY d.nummer)
    FROM jsonb_array_elements_text(toestand::jsonb -> 'definitions') WITH ORDINALITY AS d (value, nummer)
    WHERE d.nummer = 1 OR EXISTS (
        SELECT 1 FROM jsonb_array_elements(toestand::jsonb -> 'elements') AS e (value)
        WHERE (e.value ->> 'process')::int = d.nummer - 1)), '')
WHERE EXISTS (SELECT 1 FROM zaken z WHERE z.id = zaak_id AND z.afgesloten IS NULL);
CREATE INDEX procesinstanties_plaatsen ON procesinstanties (plaatsen) WHERE plaatsen <> '';

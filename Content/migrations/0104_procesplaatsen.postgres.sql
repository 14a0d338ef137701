-- The versions of processes that an open zaak runs on, its own and those it called, in one word that an index counts.
-- A text in the state of an instance may hold a zero character, which jsonb does not take: before that was minded, this failed where one did.
-- checksum 2b662722df2cbaac
ALTER TABLE procesinstanties ADD COLUMN plaatsen TEXT NOT NULL DEFAULT '';
UPDATE procesinstanties SET plaatsen = coalesce((
    SELECT string_agg(d.value, ' ' ORDER BY d.nummer)
    FROM jsonb_array_elements_text(replace(toestand, '\u0000', '\ufffd')::jsonb -> 'definitions') WITH ORDINALITY AS d (value, nummer)
    WHERE d.nummer = 1 OR EXISTS (
        SELECT 1 FROM jsonb_array_elements(replace(toestand, '\u0000', '\ufffd')::jsonb -> 'elements') AS e (value)
        WHERE (e.value ->> 'process')::int = d.nummer - 1)), '')
WHERE EXISTS (SELECT 1 FROM zaken z WHERE z.id = zaak_id AND z.afgesloten IS NULL);
CREATE INDEX procesinstanties_plaatsen ON procesinstanties (plaatsen) WHERE plaatsen <> '';

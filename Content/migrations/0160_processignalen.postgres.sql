-- Which zaken wait for which signals of other zaken; the place says who waited already when a signal was thrown.
-- A text in the state of an instance may hold a zero character, which jsonb does not take.
CREATE TABLE processignaalwachters (
    plaats BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    zaak_id TEXT NOT NULL REFERENCES zaken (id),
    naam TEXT NOT NULL,
    UNIQUE (zaak_id, naam)
);
CREATE INDEX processignaalwachters_naam ON processignaalwachters (naam, plaats);
INSERT INTO processignaalwachters (zaak_id, naam)
SELECT DISTINCT p.zaak_id, w.value ->> 'signal'
FROM procesinstanties p JOIN zaken z ON z.id = p.zaak_id,
    jsonb_array_elements(replace(p.toestand, '\u0000', '\ufffd')::jsonb -> 'elements') AS e (value),
    jsonb_array_elements(coalesce(e.value -> 'waits', '[]'::jsonb)) AS w (value)
WHERE z.afgesloten IS NULL AND w.value ->> 'signal' IS NOT NULL;

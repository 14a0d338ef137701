-- Optional activities of which one was begun: their taak was taken as done, so that nobody could begin another or say that all is done.
UPDATE taken SET staat = CASE WHEN z.opgeschort IS NULL THEN 'open' ELSE 'rust' END,
    afgerond_op = NULL, afgerond_door = NULL, uitkomst = NULL, versie = taken.versie + 1
FROM zaken z JOIN procesinstanties p ON p.zaak_id = z.id
WHERE taken.soort = 'activiteiten' AND taken.staat = 'afgerond' AND z.id = taken.zaak_id AND z.afgesloten IS NULL
    AND EXISTS (SELECT 1 FROM jsonb_array_elements(replace(p.toestand, '\u0000', '\ufffd')::jsonb -> 'elements') AS e (value)
        WHERE (e.value ->> 'id')::bigint = taken.element);

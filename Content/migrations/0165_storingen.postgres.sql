-- Where zaken are stuck: in which drawing, at which step, why, and who asked its owner. A row lives as long as its taak waits.
CREATE TABLE storingen (
    taak_id TEXT NOT NULL PRIMARY KEY REFERENCES taken (id),
    zaak_id TEXT NOT NULL REFERENCES zaken (id),
    proces TEXT NOT NULL,
    versie BIGINT NOT NULL,
    stap TEXT NOT NULL,
    oorzaak TEXT NOT NULL,
    woord TEXT,
    sinds TEXT NOT NULL,
    gevraagd TEXT,
    vrager TEXT
);
CREATE INDEX storingen_plaats ON storingen (proces, versie);
CREATE INDEX storingen_zaak ON storingen (zaak_id, stap);
-- What is stuck stands before all else in a list.
CREATE INDEX taken_vast ON taken (groep, uiterlijk, id) WHERE staat = 'open' AND soort = 'storing';
INSERT INTO storingen (taak_id, zaak_id, proces, versie, stap, oorzaak, sinds)
SELECT t.id, t.zaak_id, split_part(d.sleutel, ':', 1), split_part(d.sleutel, ':', 2)::bigint, t.stap,
    CASE i.value -> 'cause' ->> 'kind' WHEN 'notUsable' THEN 'not_usable' WHEN 'noBranch' THEN 'no_branch' WHEN 'unknownProcess' THEN 'unknown_process'
        WHEN 'uncaughtError' THEN 'uncaught_error' WHEN 'tooMuch' THEN 'too_much' WHEN 'noLink' THEN 'no_link' ELSE i.value -> 'cause' ->> 'kind' END, t.ontstaan
FROM taken t JOIN procesinstanties p ON p.zaak_id = t.zaak_id
CROSS JOIN LATERAL (SELECT replace(p.toestand, '\u0000', '\ufffd')::jsonb AS json) AS s
CROSS JOIN LATERAL jsonb_array_elements(coalesce(s.json -> 'incidents', '[]'::jsonb)) AS i (value)
CROSS JOIN LATERAL jsonb_array_elements(s.json -> 'elements') AS e (value)
CROSS JOIN LATERAL (SELECT s.json -> 'definitions' ->> coalesce((e.value ->> 'process')::int, 0) AS sleutel) AS d
WHERE t.soort = 'storing' AND t.staat IN ('open', 'rust') AND (i.value ->> 'id')::bigint = t.element
    AND e.value ->> 'id' = i.value ->> 'element' AND d.sleutel LIKE '%:%';

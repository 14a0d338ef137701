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
SELECT t.id, t.zaak_id, substr(d.value, 1, instr(d.value, ':') - 1), CAST(substr(d.value, instr(d.value, ':') + 1) AS INTEGER), t.stap,
    CASE json_extract(i.value, '$.cause.kind') WHEN 'notUsable' THEN 'not_usable' WHEN 'noBranch' THEN 'no_branch' WHEN 'unknownProcess' THEN 'unknown_process'
        WHEN 'uncaughtError' THEN 'uncaught_error' WHEN 'tooMuch' THEN 'too_much' WHEN 'noLink' THEN 'no_link' ELSE json_extract(i.value, '$.cause.kind') END, t.ontstaan
FROM taken t JOIN procesinstanties p ON p.zaak_id = t.zaak_id, json_each(p.toestand, '$.incidents') AS i,
    json_each(p.toestand, '$.elements') AS e, json_each(p.toestand, '$.definitions') AS d
WHERE t.soort = 'storing' AND t.staat IN ('open', 'rust') AND json_extract(i.value, '$.id') = t.element
    AND json_extract(e.value, '$.id') = json_extract(i.value, '$.element')
    AND d.key = coalesce(json_extract(e.value, '$.process'), 0) AND instr(d.value, ':') > 0;

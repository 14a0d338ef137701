-- Which zaken wait for which signals of other zaken; the place says who waited already when a signal was thrown.
CREATE TABLE processignaalwachters (
    plaats INTEGER PRIMARY KEY AUTOINCREMENT,
    zaak_id TEXT NOT NULL REFERENCES zaken (id),
    naam TEXT NOT NULL,
    UNIQUE (zaak_id, naam)
);
CREATE INDEX processignaalwachters_naam ON processignaalwachters (naam, plaats);
INSERT INTO processignaalwachters (zaak_id, naam)
SELECT DISTINCT p.zaak_id, json_extract(w.value, '$.signal')
FROM procesinstanties p JOIN zaken z ON z.id = p.zaak_id, json_each(p.toestand, '$.elements') e,
    json_each(e.value, '$.waits') w
WHERE z.afgesloten IS NULL AND json_extract(w.value, '$.signal') IS NOT NULL;

-- Which zaken await which messages of other zaken, by a key; the address where they meet what waits for them; and what waits.
CREATE TABLE berichtwachters (
    zaak_id TEXT NOT NULL REFERENCES zaken (id),
    naam TEXT NOT NULL,
    sleutel TEXT NOT NULL,
    PRIMARY KEY (zaak_id, naam, sleutel)
);
CREATE INDEX berichtwachters_adres ON berichtwachters (naam, sleutel);
CREATE TABLE berichtadressen (
    naam TEXT NOT NULL,
    sleutel TEXT NOT NULL,
    moment TEXT NOT NULL,
    PRIMARY KEY (naam, sleutel)
);
CREATE TABLE procesberichten (
    id TEXT NOT NULL PRIMARY KEY,
    inhoud TEXT NOT NULL,
    verloopt TEXT NOT NULL,
    -- Where a person says what becomes of it, and with which taak; nothing for what waits by itself.
    zaak_id TEXT REFERENCES zaken (id),
    taak_id TEXT
);
CREATE INDEX procesberichten_taak ON procesberichten (taak_id) WHERE taak_id IS NOT NULL;
CREATE INDEX procesberichten_zaak ON procesberichten (zaak_id) WHERE zaak_id IS NOT NULL;
CREATE TABLE procesberichtadressen (
    naam TEXT NOT NULL,
    sleutel TEXT NOT NULL,
    bericht_id TEXT NOT NULL REFERENCES procesberichten (id),
    PRIMARY KEY (naam, sleutel, bericht_id)
);
CREATE INDEX procesberichtadressen_bericht ON procesberichtadressen (bericht_id);
-- A text in the state of an instance may hold a zero character, which jsonb does not take. Longer keys come with the next step of their zaak.
INSERT INTO berichtwachters (zaak_id, naam, sleutel)
SELECT DISTINCT p.zaak_id, w.value ->> 'message', '=' || (w.value -> 'key')::text
FROM procesinstanties p JOIN zaken z ON z.id = p.zaak_id,
    jsonb_array_elements(replace(p.toestand, '\u0000', '\ufffd')::jsonb -> 'elements') AS e (value),
    jsonb_array_elements(coalesce(e.value -> 'waits', '[]'::jsonb)) AS w (value)
WHERE z.afgesloten IS NULL AND w.value ->> 'message' IS NOT NULL AND w.value ->> 'key' IS NOT NULL
    AND octet_length((w.value -> 'key')::text) < 200;

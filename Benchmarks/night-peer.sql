-- What the plain shell needs to read and write the rows of a night run, and nothing else: the claims with where they stood, the ledgers
-- of those to which something happened, and the new stand of each. The same tables and keys; no interest, no law.
PRAGMA synchronous = FULL;
PRAGMA cache_size = -16000;
CREATE TABLE IF NOT EXISTS proefstanden (
    vordering_id TEXT NOT NULL PRIMARY KEY, dag TEXT NOT NULL, versie BIGINT NOT NULL, rente BIGINT NOT NULL, verjaart TEXT
) WITHOUT ROWID;
.output /dev/null
SELECT m.vordering_id, m.id, m.soort, m.datum, b.rekening, b.bedrag
FROM vorderingen v JOIN mutaties m ON m.vordering_id = v.id JOIN boekingen b ON b.mutatie_id = m.id
WHERE v.versie > 1 AND v.open_hoofdsom + v.open_kosten + v.open_rente > 0 ORDER BY v.id, m.nummer;
.output stdout
BEGIN;
INSERT INTO proefstanden
    SELECT v.id, @dag, v.versie, v.open_hoofdsom / 100 + coalesce(n.rente, 0) + length(v.zaak_id) + length(v.soort) + length(v.vervaldatum), NULL
    FROM vorderingen v LEFT JOIN proefstanden n ON n.vordering_id = v.id
    WHERE v.open_hoofdsom + v.open_kosten + v.open_rente > 0 ORDER BY v.id
    ON CONFLICT (vordering_id) DO UPDATE SET dag = excluded.dag, versie = excluded.versie, rente = excluded.rente, verjaart = excluded.verjaart;
COMMIT;

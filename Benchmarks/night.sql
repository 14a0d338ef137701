-- A house of open claims for the night run: two claims to a zaak; a quarter of the claims has a payment, a twentieth of the zaken an
-- arrangement, a hundredth a special state, a third the 14-day letter, a tenth a taak, and each a step of the process that waits.
-- .parameter set @claims 1000000 comes first.
PRAGMA journal_mode = WAL;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -400000;
BEGIN;
CREATE TEMP TABLE tel AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @claims) SELECT i FROM n;
CREATE TEMP TABLE zaaktel AS SELECT i FROM tel WHERE i <= (SELECT max(i) FROM tel) / 2;
INSERT OR IGNORE INTO schuldeisers (code, naam, adresregel, postcode, plaats, kvk, iban, telefoon, email, website, btw_over_kosten)
    VALUES ('proef', 'Proef', '', '', '', '', '', '', '', '', 0);
INSERT INTO partijen (id, soort, naam, voorkeurskanaal, taal, versie, aangemaakt)
    SELECT printf('01900000-0000-7000-8000-%012x', i), 'persoon', 'Proef ' || i, 'brief', 'nl', 1, '2025-01-01T00:00:00.000Z' FROM zaaktel;
INSERT INTO zaken (id, nummer, zaaktype, partij_id, omschrijving, status, geopend, streefdatum, bedrag, versie)
    SELECT printf('01900001-0000-7000-8000-%012x', i), printf('ZAAK-%09d', i), 'incasso', printf('01900000-0000-7000-8000-%012x', i), 'Huur',
        'minnelijk', '2026-01-01', '2026-06-01', 60000 + i % 90000, 1 FROM zaaktel;
INSERT INTO vorderingen (id, zaak_id, schuldeiser, factuurnummer, omschrijving, soort, factuurdatum, vervaldatum, kenmerk,
        open_hoofdsom, open_kosten, open_rente, versie)
    SELECT printf('01900002-0000-7000-8000-%012x', i), printf('01900001-0000-7000-8000-%012x', (i + 1) / 2), 'proef', 'F' || i, 'Huur', 'huur',
        date('2026-10-01', '-' || (i % 900) || ' days'), date('2026-10-15', '-' || (i % 900) || ' days'), 'K' || i,
        30000 + i % 90000 - CASE WHEN i % 4 = 0 THEN 5000 ELSE 0 END, 0, 0, CASE WHEN i % 4 = 0 THEN 2 ELSE 1 END FROM tel;
INSERT INTO mutaties (id, vordering_id, nummer, soort, datum, moment, door, toelichting)
    SELECT printf('01900003-0000-7000-8000-%012x', i), printf('01900002-0000-7000-8000-%012x', i), 1, 'inbreng',
        date('2026-10-15', '-' || (i % 900) || ' days'), '2026-01-01T00:00:00.000Z', 'proef', 'Huur' FROM tel;
INSERT INTO mutaties (id, vordering_id, nummer, soort, datum, moment, door, toelichting)
    SELECT printf('01900004-0000-7000-8000-%012x', i), printf('01900002-0000-7000-8000-%012x', i), 2, 'betaling',
        date('2026-11-10', '-' || (i % 500) || ' days'), '2026-01-01T00:00:00.000Z', 'proef', 'Betaling' FROM tel WHERE i % 4 = 0;
INSERT INTO boekingen SELECT printf('01900003-0000-7000-8000-%012x', i), 'hoofdsom', 30000 + i % 90000 FROM tel;
INSERT INTO boekingen SELECT printf('01900003-0000-7000-8000-%012x', i), 'ingebracht', -30000 - i % 90000 FROM tel;
INSERT INTO boekingen SELECT printf('01900004-0000-7000-8000-%012x', i), 'hoofdsom', -5000 FROM tel WHERE i % 4 = 0;
INSERT INTO boekingen SELECT printf('01900004-0000-7000-8000-%012x', i), 'bank', 5000 FROM tel WHERE i % 4 = 0;
INSERT INTO regelingen (id, zaak_id, staat, bedrag, overeengekomen, door, versie)
    SELECT printf('01900005-0000-7000-8000-%012x', i), printf('01900001-0000-7000-8000-%012x', i), 'lopend', 60000, '2026-09-01', 'proef', 0
    FROM zaaktel WHERE i % 20 = 0;
INSERT INTO termijnen (regeling_id, nummer, vervaldag, bedrag, voldaan)
    SELECT printf('01900005-0000-7000-8000-%012x', z.i), t.i, date('2026-10-01', '+' || (t.i * 30 + z.i % 60) || ' days'), 10000, 0
    FROM zaaktel z JOIN (SELECT i FROM zaaktel LIMIT 6) t WHERE z.i % 20 = 0;
INSERT INTO toestanden (id, partij_id, soort, begin, verwacht_einde, bewijs, door, versie)
    SELECT printf('01900006-0000-7000-8000-%012x', i), printf('01900000-0000-7000-8000-%012x', i), 'wsnp', '2026-06-01',
        date('2026-11-01', '+' || (i % 400) || ' days'), 'proef', 'proef', 0 FROM zaaktel WHERE i % 100 = 0;
INSERT INTO documenten (id, zaak_id, titel, soort, richting, aangemaakt)
    SELECT printf('01900007-0000-7000-8000-%012x', i), printf('01900001-0000-7000-8000-%012x', i), 'brief', 'brief', 'uit',
        '2026-10-01T00:00:00.000Z' FROM zaaktel WHERE i % 3 = 0;
INSERT INTO brieven (id, zaak_id, sjabloon, kanaal, onderwerp, tekst, document_id, opgemaakt, termijn_einde, kosten_vanaf, vorderingen)
    SELECT printf('01900008-0000-7000-8000-%012x', i), printf('01900001-0000-7000-8000-%012x', i), 'veertiendagenbrief', 'brief', 'Brief', 'Brief',
        printf('01900007-0000-7000-8000-%012x', i), '2026-10-20', date('2026-11-01', '+' || (i % 60) || ' days'), '2027-01-01', '{}'
    FROM zaaktel WHERE i % 3 = 0;
INSERT INTO taken (id, zaak_id, soort, stap, naam, keuzes, groep, waarom, ontstaan, uiterlijk, bedrag, staat, versie)
    SELECT printf('01900009-0000-7000-8000-%012x', i), printf('01900001-0000-7000-8000-%012x', i), 'los', 'A.2.2', 'Bel', '[]', 'incasso', '',
        '2026-10-01T00:00:00.000Z', date('2026-11-10', '+' || (i % 90) || ' days'), 0, 'open', 0 FROM zaaktel WHERE i % 10 = 0;
INSERT INTO jobs (kind, payload, due, key, subject_kind, subject_id)
    SELECT 'zaak_klok', '{}', date('2026-11-10', '+' || (i % 90) || ' days') || 'T06:00:00.000Z', 'proef:' || i, 'zaak',
        printf('01900001-0000-7000-8000-%012x', i) FROM zaaktel;
INSERT INTO jobs (kind, payload, due, key, subject_kind, subject_id)
    SELECT 'termijnbewaking', '{}', '2027-06-01T06:00:00.000Z', 'termijn:' || zaak_id, 'zaak', zaak_id FROM regelingen;
INSERT INTO jobs (kind, payload, due, key) SELECT 'toestand_einde', '{}', '2027-06-01T06:00:00.000Z', 'toestand:' || id FROM toestanden;
COMMIT;
ANALYZE;
PRAGMA wal_checkpoint(TRUNCATE);

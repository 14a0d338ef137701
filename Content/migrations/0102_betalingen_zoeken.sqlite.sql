-- Payments are found by the words of their payer, text and reference, by the end of the account, and by their amount.
CREATE INDEX betalingen_bedrag ON betalingen (bedrag, datum);
CREATE TABLE betaalregels (
    id INTEGER PRIMARY KEY,
    betaling_id TEXT NOT NULL UNIQUE REFERENCES betalingen (id)
);
CREATE VIRTUAL TABLE betaalwoorden USING fts5 (
    tekst, content = '', tokenize = 'unicode61 remove_diacritics 2', prefix = '3 4');
INSERT INTO betaalregels (betaling_id) SELECT id FROM betalingen ORDER BY datum, id;
INSERT INTO betaalwoorden (rowid, tekst)
SELECT r.id, coalesce(b.naam, '') || ' ' || b.omschrijving || ' ' || coalesce(b.kenmerk, '') || ' '
    || coalesce(b.tegenrekening || ' ' || substr(b.tegenrekening, -3) || ' ' || substr(b.tegenrekening, -4) || ' '
        || substr(b.tegenrekening, -6) || ' ' || substr(b.tegenrekening, -8) || ' ' || substr(b.tegenrekening, -10), '')
FROM betaalregels r JOIN betalingen b ON b.id = r.betaling_id;

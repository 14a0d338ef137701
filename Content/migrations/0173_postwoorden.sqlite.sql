-- The words of mails, to find them by; the text itself is kept with the mail. The first 100,000 characters of it are enough.
CREATE TABLE postregels (
    id INTEGER PRIMARY KEY,
    poststuk_id TEXT NOT NULL UNIQUE REFERENCES poststukken (id)
);
CREATE VIRTUAL TABLE postwoorden USING fts5 (
    van, onderwerp, tekst, content = '', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
INSERT INTO postregels (poststuk_id) SELECT id FROM poststukken ORDER BY id;
INSERT INTO postwoorden (rowid, van, onderwerp, tekst)
SELECT r.id, p.van_naam || ' ' || p.van_adres, p.onderwerp, substr(p.tekst, 1, 100000)
FROM postregels r JOIN poststukken p ON p.id = r.poststuk_id ORDER BY r.id;

-- The words of mails, to find them by. The first 100,000 characters of the text are enough.
ALTER TABLE poststukken ADD COLUMN woorden tsvector GENERATED ALWAYS AS (
    to_tsvector('simple', zoekvorm(van_naam || ' ' || van_adres || ' ' || onderwerp || ' ' || left(tekst, 100000)))
) STORED;
CREATE INDEX poststukken_woorden ON poststukken USING gin (woorden);

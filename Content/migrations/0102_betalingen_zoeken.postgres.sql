-- Payments are found by the words of their payer, text and reference, by the end of the account, and by their amount.
CREATE INDEX betalingen_bedrag ON betalingen (bedrag, datum);
ALTER TABLE betalingen ADD COLUMN woorden tsvector GENERATED ALWAYS AS (to_tsvector('simple', zoekvorm(
    coalesce(naam, '') || ' ' || omschrijving || ' ' || coalesce(kenmerk, '') || ' '
    || coalesce(tegenrekening || ' ' || right(tegenrekening, 3) || ' ' || right(tegenrekening, 4) || ' '
        || right(tegenrekening, 6) || ' ' || right(tegenrekening, 8) || ' ' || right(tegenrekening, 10), '')))) STORED;
CREATE INDEX betalingen_woorden ON betalingen USING gin (woorden);

-- Whether the law asks a registration number on every message for this creditor (Wki art. 2 and 11): who collects for others.
ALTER TABLE schuldeisers ADD COLUMN wki_nodig BIGINT NOT NULL DEFAULT 0;

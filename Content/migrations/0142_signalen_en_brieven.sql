-- A signal can be taken back before the municipality has it: why. One that a person handed over has arrived.
ALTER TABLE signalen ADD COLUMN ingetrokken TEXT;
UPDATE signalen SET staat = 'bevestigd' WHERE taak_id IN (SELECT id FROM taken WHERE staat = 'afgerond');

-- Where a letter is, and why it was taken back, in columns of their own; they stood at the begin of the proof.
ALTER TABLE brieven ADD COLUMN staat TEXT NOT NULL DEFAULT 'wacht'
    CHECK (staat IN ('wacht', 'verzonden', 'klaargelegd', 'ingetrokken'));
ALTER TABLE brieven ADD COLUMN ingetrokken TEXT;
UPDATE brieven SET staat = 'verzonden' WHERE verzonden IS NOT NULL;
UPDATE brieven SET staat = 'klaargelegd' WHERE verzonden IS NOT NULL AND bewijs LIKE 'outbox %';
UPDATE brieven SET staat = 'ingetrokken', ingetrokken = substr(bewijs, 14), bewijs = NULL
WHERE verzonden IS NULL AND bewijs LIKE 'ingetrokken: %';

-- Which kind of bank file it was: camt.053.001.08, MT940.
ALTER TABLE imports ADD COLUMN vorm TEXT;

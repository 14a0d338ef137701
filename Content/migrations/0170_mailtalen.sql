-- The language of a mail by its own name, and whether its files were looked at for viruses when it came in; of older mail that is not known.
ALTER TABLE poststukken ADD COLUMN talen TEXT NOT NULL DEFAULT 'anders' CONSTRAINT poststukken_talen CHECK (talen IN
    ('nl', 'en', 'de', 'fr', 'es', 'pt', 'it', 'pl', 'ro', 'bg', 'tr', 'ar', 'uk', 'ru', 'anders', 'onbekend'));
UPDATE poststukken SET talen = taal;
ALTER TABLE poststukken DROP COLUMN taal;
ALTER TABLE poststukken RENAME COLUMN talen TO taal;
ALTER TABLE poststukken ADD COLUMN gescand BIGINT;

-- What a person confirmed or filled in to go along with a warm handover, by its name; the rest is told as the house holds it.
ALTER TABLE doorverwijzingen ADD COLUMN inhoud TEXT NOT NULL DEFAULT '{}';

-- What the process could choose by when a person deviated, by name, as JSON; nothing for deviations from before this was kept.
ALTER TABLE afwijkingen ADD COLUMN feiten TEXT;

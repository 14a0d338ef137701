-- What the process could choose by when a taak was done, before it was: to hold deviations from that step against. Nothing for taken from
-- before this was kept.
ALTER TABLE taken ADD COLUMN feiten TEXT;

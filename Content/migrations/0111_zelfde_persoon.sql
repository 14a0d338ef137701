-- The same person known to several creditors is found by the day of birth.
CREATE INDEX partijen_geboren ON partijen (geboortedatum) WHERE geboortedatum IS NOT NULL;

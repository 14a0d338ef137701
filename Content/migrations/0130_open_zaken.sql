-- Most zaken are not closed. An index that holds those too looks to SQLite as the quick way to them, and is the slowest.
DROP INDEX zaken_afgesloten;
CREATE INDEX zaken_afgesloten ON zaken (afgesloten) WHERE afgesloten IS NOT NULL;

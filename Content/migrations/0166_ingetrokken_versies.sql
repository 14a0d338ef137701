-- A version of a process that no zaak begins with any more; those that run on it go on.
ALTER TABLE procesdefinities ADD COLUMN ingetrokken TEXT;

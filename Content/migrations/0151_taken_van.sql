-- The list of one person: taken that nobody has yet are in no such list, and most are made that way.
DROP INDEX taken_van;
CREATE INDEX taken_van ON taken (behandelaar, uiterlijk, id) WHERE staat = 'open' AND behandelaar IS NOT NULL;

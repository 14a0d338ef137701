-- By urgency what is stuck comes first, from an index of its own; the others are walked in theirs, without opening a row.
DROP INDEX taken_groep_urgentie;
CREATE INDEX taken_groep_urgentie ON taken (groep, uiterlijk, id, behandelaar, stap)
    WHERE staat = 'open' AND soort <> 'storing';
DROP INDEX taken_vast;
CREATE INDEX taken_vast ON taken (groep, uiterlijk, id, behandelaar, stap) WHERE staat = 'open' AND soort = 'storing';

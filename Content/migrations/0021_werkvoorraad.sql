-- Each list of waiting taken walks one index in its own order, and counts in it without opening a row.
DROP INDEX taken_groep;
DROP INDEX taken_open;
DROP INDEX taken_open_bedrag;
DROP INDEX taken_open_ontstaan;
CREATE INDEX taken_groep_urgentie ON taken (groep, uiterlijk, id, behandelaar, stap) WHERE staat = 'open';
CREATE INDEX taken_groep_bedrag ON taken (groep, bedrag, id, behandelaar, stap) WHERE staat = 'open';
CREATE INDEX taken_groep_oudste ON taken (groep, ontstaan, id, behandelaar, stap) WHERE staat = 'open';
CREATE INDEX taken_groep_stap ON taken (groep, stap, behandelaar) WHERE staat = 'open';

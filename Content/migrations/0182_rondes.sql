-- Which round of a multi-instance a taak belongs to: its number, how many there are, and what it is for.
ALTER TABLE taken ADD COLUMN rondes TEXT NOT NULL DEFAULT '[]';

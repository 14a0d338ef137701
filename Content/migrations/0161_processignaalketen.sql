-- The names of the signals that led to where a process is, since someone else than the process itself acted: a list in JSON.
ALTER TABLE procesinstanties ADD COLUMN keten TEXT;

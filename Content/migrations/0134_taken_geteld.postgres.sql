COMMENT ON INDEX taken_groep_stap IS 'Counted by each list; kept counts would make writers wait for each other, so only SQLite has taken_geteld.';

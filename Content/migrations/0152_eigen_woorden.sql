-- What a person said in their own words, so that a letter that waits can be written anew; older letters keep none.
ALTER TABLE brieven ADD COLUMN woorden TEXT;

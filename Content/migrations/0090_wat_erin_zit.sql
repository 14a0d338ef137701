-- Which claims an arrangement covers, as a JSON list of their ids (CORA A.3.3); nothing for one from before, which covers all.
ALTER TABLE regelingen ADD COLUMN vorderingen TEXT;

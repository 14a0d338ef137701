-- The steps of an advice that a person ticked, comma separated; older decisions were about the whole.
ALTER TABLE adviezen ADD COLUMN gekozen TEXT NOT NULL DEFAULT '';

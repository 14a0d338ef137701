-- The head of each chain of the journal: its newest number and hash, so that a chain that was cut short is seen. Who adds to
-- a chain conflicts with others on that chain already, so that the head makes nobody wait who did not.
CREATE TABLE journal_heads (
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (subject_kind, subject_id)
) WITH (fillfactor = 70);

INSERT INTO journal_heads (subject_kind, subject_id, number, hash)
SELECT DISTINCT ON (subject_kind, subject_id) subject_kind, subject_id, number, hash FROM journal
ORDER BY subject_kind, subject_id, number DESC;

CREATE FUNCTION journal_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO journal_heads (subject_kind, subject_id, number, hash)
    VALUES (NEW.subject_kind, NEW.subject_id, NEW.number, NEW.hash)
    ON CONFLICT (subject_kind, subject_id) DO UPDATE SET number = excluded.number, hash = excluded.hash;
    RETURN NULL;
END
$$;

CREATE TRIGGER journal_moves_its_head AFTER INSERT ON journal FOR EACH ROW EXECUTE FUNCTION journal_head();

CREATE TRIGGER journal_heads_are_not_removed BEFORE DELETE OR TRUNCATE ON journal_heads
    FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();

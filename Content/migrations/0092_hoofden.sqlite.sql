-- The head of each chain of the journal: its newest number and hash, so that a chain that was cut short is seen.
CREATE TABLE journal_heads (
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (subject_kind, subject_id)
) WITHOUT ROWID;

INSERT INTO journal_heads (subject_kind, subject_id, number, hash)
SELECT subject_kind, subject_id, number, hash FROM journal j
WHERE number = (SELECT max(n.number) FROM journal n WHERE n.subject_kind = j.subject_kind AND n.subject_id = j.subject_id);

CREATE TRIGGER journal_moves_its_head AFTER INSERT ON journal
BEGIN
    INSERT INTO journal_heads (subject_kind, subject_id, number, hash)
    VALUES (NEW.subject_kind, NEW.subject_id, NEW.number, NEW.hash)
    ON CONFLICT (subject_kind, subject_id) DO UPDATE SET number = excluded.number, hash = excluded.hash;
END;

CREATE TRIGGER journal_heads_are_not_removed BEFORE DELETE ON journal_heads
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

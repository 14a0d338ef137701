-- What happened: one chain of entries per subject, in one order over all subjects. Nothing is ever changed or removed.
CREATE TABLE journal (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    moment TEXT NOT NULL,
    actor TEXT NOT NULL,
    purpose TEXT NOT NULL,
    kind TEXT NOT NULL,
    content TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    CONSTRAINT journal_chain UNIQUE (subject_kind, subject_id, number)
);

-- One writer at a time: the order in which entries are written is the order in which they become visible.
CREATE VIEW journal_order AS SELECT position, id AS entry_id FROM journal;

CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_is_not_removed BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

-- What is still to be done.
CREATE TABLE jobs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    due TEXT NOT NULL,
    key TEXT UNIQUE,
    subject_kind TEXT,
    subject_id TEXT,
    version BIGINT NOT NULL DEFAULT 1,
    attempts BIGINT NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT 'open' CONSTRAINT jobs_state CHECK (state IN ('open', 'suspended', 'parked')),
    suspended_at TEXT,
    lease_owner TEXT,
    lease_until TEXT,
    last_error TEXT,
    CONSTRAINT jobs_lease CHECK ((lease_owner IS NULL) = (lease_until IS NULL)),
    CONSTRAINT jobs_suspension CHECK ((state = 'suspended') = (suspended_at IS NOT NULL))
);

CREATE INDEX jobs_by_due ON jobs (due, id) WHERE state = 'open' AND lease_until IS NULL;
CREATE INDEX jobs_by_lease ON jobs (lease_until) WHERE lease_until IS NOT NULL;
CREATE INDEX jobs_by_subject ON jobs (subject_kind, subject_id) WHERE subject_id IS NOT NULL;
CREATE INDEX jobs_parked ON jobs (id) WHERE state = 'parked';

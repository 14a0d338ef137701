-- What happened: one chain of entries per subject, in one order over all subjects. Nothing is ever changed or removed.
CREATE TABLE journal (
    id TEXT PRIMARY KEY,
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

-- The place of each entry in the order over all subjects. It is drawn at the commit, under a lock that lasts until others
-- can see the entry: who has read up to a position never finds an entry before it later on.
CREATE TABLE journal_order (
    position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entry_id TEXT NOT NULL UNIQUE REFERENCES journal (id)
);

CREATE FUNCTION journal_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(7307290472);
    INSERT INTO journal_order (entry_id) VALUES (NEW.id);
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER journal_takes_its_place AFTER INSERT ON journal
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION journal_place();

CREATE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the journal is append-only';
END
$$;

CREATE TRIGGER journal_is_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();

CREATE TRIGGER journal_order_is_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_order
    FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();

-- What is still to be done.
CREATE TABLE jobs (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
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

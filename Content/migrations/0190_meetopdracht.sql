-- The measurement that somebody asked for and that is under way: one at most.
CREATE TABLE meetopdracht (
    plaats BIGINT NOT NULL PRIMARY KEY CONSTRAINT meetopdracht_een CHECK (plaats = 1),
    -- The measurement that it becomes.
    id TEXT NOT NULL,
    moment TEXT NOT NULL,
    door TEXT NOT NULL,
    -- How many of how many test questions were asked.
    gesteld BIGINT NOT NULL,
    vragen BIGINT
);

-- When a person stopped the measuring of a proposed change.
ALTER TABLE wijzigingsvoorstellen ADD COLUMN gestopt TEXT;

-- How far a document is (ZGW Documenten API: status), and who took it back, when and why.
ALTER TABLE documenten ADD COLUMN status TEXT NOT NULL DEFAULT 'definitief'
    CHECK (status IN ('in_bewerking', 'ter_vaststelling', 'definitief', 'gearchiveerd'));
ALTER TABLE documenten ADD COLUMN ingetrokken TEXT;
ALTER TABLE documenten ADD COLUMN ingetrokken_door TEXT;
ALTER TABLE documenten ADD COLUMN ingetrokken_reden TEXT;

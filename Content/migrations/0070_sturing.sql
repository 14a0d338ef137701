-- Figures to steer by: what only the organisation knows, and the days and indexes that figures over a period ask for.
CREATE TABLE kerncijfers (
    schuldeiser TEXT NOT NULL REFERENCES schuldeisers (code),
    soort TEXT NOT NULL,
    -- The first day for which it counts.
    dag TEXT NOT NULL,
    -- A number of things, cents, or minutes, by its kind.
    waarde BIGINT NOT NULL CHECK (waarde >= 0),
    door TEXT NOT NULL,
    moment TEXT NOT NULL,
    PRIMARY KEY (schuldeiser, soort, dag)
);

-- The day a tenant left, as the creditor tells it.
ALTER TABLE debiteuren ADD COLUMN vertrokken TEXT;
ALTER TABLE regelingen ADD COLUMN beeindigd TEXT;
ALTER TABLE termijnen ADD COLUMN voldaan_op TEXT;
UPDATE regelingen SET beeindigd = (
    SELECT max(substr(j.moment, 1, 10)) FROM journal j
    WHERE j.subject_kind = 'zaak' AND j.subject_id = zaak_id AND j.kind = 'regeling_vervallen')
WHERE staat = 'vervallen';
UPDATE regelingen SET beeindigd = (SELECT max(b.datum) FROM betalingen b WHERE b.zaak_id = regelingen.zaak_id)
WHERE staat = 'voldaan';

CREATE INDEX regelingen_overeengekomen ON regelingen (overeengekomen, zaak_id);
CREATE INDEX termijnen_vervaldag ON termijnen (vervaldag, regeling_id);
CREATE INDEX vorderingen_verval ON vorderingen (vervaldatum, zaak_id, schuldeiser);
CREATE INDEX mutaties_bijzonder ON mutaties (datum, vordering_id) WHERE soort <> 'inbreng' AND soort <> 'betaling';
CREATE INDEX mutaties_betaald ON mutaties (datum, vordering_id) WHERE soort = 'betaling';
CREATE INDEX brieven_herinnerd ON brieven (opgemaakt, zaak_id) WHERE sjabloon IN ('herinnering', 'aanmaning');
CREATE INDEX taken_ontruimd ON taken (afgerond_op, zaak_id) WHERE stap = 'B.2.5';
CREATE INDEX zaken_afgesloten ON zaken (afgesloten);
CREATE INDEX journal_deurwaarder ON journal (moment, subject_id, number)
    WHERE kind = 'status_gezet' AND content LIKE '%"status":"deurwaarder"%';

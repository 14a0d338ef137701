-- What the night run computes: where each open claim stands, what a zaak is signalled for, and how far each run came.
CREATE TABLE nachtstanden (
    vordering_id TEXT NOT NULL PRIMARY KEY,
    -- The day on which it stands so, and the version of the claim that it was computed from.
    dag TEXT NOT NULL,
    versie BIGINT NOT NULL,
    -- Interest since default that is not booked, in cents.
    rente BIGINT NOT NULL,
    -- The last day on which it can be enforced, once that comes near.
    verjaart TEXT
);
CREATE INDEX nachtstanden_verjaart ON nachtstanden (verjaart) WHERE verjaart IS NOT NULL;

CREATE TABLE nachtsignalen (
    soort TEXT NOT NULL,
    zaak_id TEXT NOT NULL REFERENCES zaken (id),
    -- The day that it is about.
    dag TEXT NOT NULL,
    PRIMARY KEY (soort, zaak_id)
);
CREATE INDEX nachtsignalen_zaak ON nachtsignalen (zaak_id);

CREATE TABLE nachtlopen (
    dag TEXT PRIMARY KEY,
    begonnen TEXT NOT NULL,
    klaar TEXT,
    -- The last claim that was done: where to go on.
    tot TEXT NOT NULL,
    vorderingen BIGINT NOT NULL,
    gewijzigd BIGINT NOT NULL,
    rente BIGINT NOT NULL
);
CREATE INDEX brieven_termijn ON brieven (termijn_einde, zaak_id) WHERE termijn_einde IS NOT NULL;

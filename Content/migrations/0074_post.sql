-- Mail that came in: as it was read, how it was sorted, and what a person made of it.
CREATE TABLE poststukken (
    id TEXT NOT NULL PRIMARY KEY,
    -- Of the Message-ID and the content: the same mail by another road is the same.
    sleutel TEXT NOT NULL,
    -- The mail as it came; nothing when it held a virus.
    bestand TEXT REFERENCES inhoud (hash),
    berichtnummer TEXT NOT NULL,
    antwoordt TEXT NOT NULL,
    van_naam TEXT NOT NULL,
    van_adres TEXT NOT NULL,
    antwoordadres TEXT NOT NULL,
    aan TEXT NOT NULL,
    onderwerp TEXT NOT NULL,
    verzonden TEXT,
    ontvangen TEXT NOT NULL,
    tekst TEXT NOT NULL,
    ondertekening TEXT NOT NULL,
    historie TEXT NOT NULL,
    -- Comma separated.
    meldingen TEXT NOT NULL,
    taal TEXT NOT NULL CONSTRAINT poststukken_taal CHECK (taal IN ('nl', 'en', 'anders')),
    sortering TEXT NOT NULL,
    -- The roots that the model learns from, space separated.
    wortels TEXT NOT NULL,
    crisis BIGINT NOT NULL,
    uiterlijk TEXT NOT NULL,
    staat TEXT NOT NULL CONSTRAINT poststukken_staat CHECK (staat IN ('nieuw', 'geplaatst', 'terzijde')),
    zaak_id TEXT REFERENCES zaken (id),
    partij_id TEXT REFERENCES partijen (id),
    -- What was made of it in the zaak, comma separated, to take it back.
    documenten TEXT NOT NULL,
    afgehandeld TEXT,
    door TEXT,
    reden TEXT,
    beantwoord TEXT,
    versie BIGINT NOT NULL,
    CONSTRAINT poststukken_sleutel UNIQUE (sleutel)
);
CREATE INDEX poststukken_lijst ON poststukken (staat, crisis, uiterlijk);
CREATE INDEX poststukken_zaak ON poststukken (zaak_id);

CREATE TABLE postbijlagen (
    poststuk_id TEXT NOT NULL REFERENCES poststukken (id),
    nummer BIGINT NOT NULL,
    naam TEXT NOT NULL,
    formaat TEXT NOT NULL,
    omvang BIGINT NOT NULL,
    -- Nothing when it held a virus.
    hash TEXT REFERENCES inhoud (hash),
    virus TEXT,
    PRIMARY KEY (poststuk_id, nummer)
);

-- The kinds that were proposed, and after a person looked those that are.
CREATE TABLE postsoorten (
    poststuk_id TEXT NOT NULL REFERENCES poststukken (id),
    soort TEXT NOT NULL,
    voorgesteld BIGINT NOT NULL,
    bevestigd BIGINT,
    moment TEXT,
    PRIMARY KEY (poststuk_id, soort)
);
CREATE INDEX postsoorten_soort ON postsoorten (soort, voorgesteld);
CREATE INDEX postsoorten_moment ON postsoorten (moment);

CREATE INDEX partijen_email ON partijen (lower(email));

-- Accounts of the people who work with Ontknoop, their sessions, and failed attempts to sign in.

CREATE TABLE gebruikers (
    id TEXT NOT NULL PRIMARY KEY,
    login TEXT NOT NULL,
    naam TEXT NOT NULL,
    rol TEXT NOT NULL CONSTRAINT gebruikers_rol
        CHECK (rol IN ('casemanager', 'teamleider', 'proceseigenaar', 'lezer', 'beheerder')),
    -- Comma separated.
    groepen TEXT NOT NULL,
    wachtwoord TEXT NOT NULL,
    aangemaakt TEXT NOT NULL,
    geblokkeerd TEXT,
    CONSTRAINT gebruikers_login UNIQUE (login)
);

-- The id is the SHA-256 of the secret that the browser holds; the secret itself is kept nowhere.
CREATE TABLE sessies (
    id TEXT NOT NULL PRIMARY KEY,
    gebruiker_id TEXT NOT NULL REFERENCES gebruikers (id),
    begonnen TEXT NOT NULL,
    gezien TEXT NOT NULL,
    vervalt TEXT NOT NULL
);

CREATE INDEX sessies_gebruiker ON sessies (gebruiker_id);
CREATE INDEX sessies_vervalt ON sessies (vervalt);

-- The key is a hash of an account's name or of a visitor's address.
CREATE TABLE inlogpogingen (
    id TEXT NOT NULL PRIMARY KEY,
    sleutel TEXT NOT NULL,
    moment TEXT NOT NULL
);

CREATE INDEX inlogpogingen_sleutel ON inlogpogingen (sleutel, moment);

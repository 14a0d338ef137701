-- A question to the adviser, so that its page has an address: for who asked it, until they sign out and for half a day at most. What the
-- adviser answers is not kept; it is asked anew.
CREATE TABLE gestelde_vragen (
    id TEXT NOT NULL PRIMARY KEY,
    gebruiker_id TEXT NOT NULL REFERENCES gebruikers (id) ON DELETE CASCADE,
    zaak_id TEXT REFERENCES zaken (id) ON DELETE CASCADE,
    velden TEXT NOT NULL,
    gesteld TEXT NOT NULL
);

CREATE INDEX gestelde_vragen_gebruiker ON gestelde_vragen (gebruiker_id);
CREATE INDEX gestelde_vragen_gesteld ON gestelde_vragen (gesteld);
CREATE INDEX gestelde_vragen_zaak ON gestelde_vragen (zaak_id);

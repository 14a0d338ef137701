-- What the night run could not compute or mend of one claim or zaak, so that it went on with the others and a person is told.
ALTER TABLE nachtstanden ADD COLUMN fout TEXT;
CREATE TABLE nachtfouten (
    zaak_id TEXT PRIMARY KEY NOT NULL REFERENCES zaken (id),
    dag TEXT NOT NULL
);

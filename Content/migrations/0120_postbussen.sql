-- Which mail a letter answers, so that it goes out in the same conversation; and how far a mailbox was read.
CREATE TABLE postantwoorden (
    document_id TEXT NOT NULL PRIMARY KEY REFERENCES documenten (id),
    poststuk_id TEXT NOT NULL REFERENCES poststukken (id)
);

CREATE TABLE postbussen (
    naam TEXT NOT NULL PRIMARY KEY,
    -- The numbering of the mailbox (UIDVALIDITY) and the last message taken (UID), RFC 3501 section 2.3.1.1.
    nummering BIGINT NOT NULL,
    laatste BIGINT NOT NULL
);

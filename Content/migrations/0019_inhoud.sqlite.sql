CREATE TABLE inhoud (
    hash TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
);

CREATE TABLE inhoud (
    hash TEXT PRIMARY KEY,
    bytes BYTEA NOT NULL
);

-- What a passage means to a model: a vector of four bytes a number, by the hash of the passage's text.
CREATE TABLE passagevectoren (
    model TEXT NOT NULL,
    hash TEXT NOT NULL,
    vector BYTEA NOT NULL,
    moment TEXT NOT NULL,
    PRIMARY KEY (model, hash)
);

-- Addresses where nobody and nothing waits any more are forgotten each night, the old ones by their moment.
CREATE INDEX berichtadressen_moment ON berichtadressen (moment);

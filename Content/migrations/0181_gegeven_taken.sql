-- Whether the handler of a taak was named for this very taak, by who may give work out; then that person may do it, whatever its groups.
ALTER TABLE taken ADD COLUMN gegeven BIGINT NOT NULL DEFAULT 0;

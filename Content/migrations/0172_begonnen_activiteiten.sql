-- How many activities of a taak were begun, so that a form that was drawn before the last of them begins no other.
ALTER TABLE taken ADD COLUMN begonnen BIGINT NOT NULL DEFAULT 0;

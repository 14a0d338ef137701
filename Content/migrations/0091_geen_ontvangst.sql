-- Lines of a bank statement that are no receipt: money that left the account by itself, counted apart from what is wrong.
ALTER TABLE imports ADD COLUMN uitgaand BIGINT NOT NULL DEFAULT 0;

-- The journal is read by period: this finds the place of a moment in it.
CREATE INDEX journal_moment ON journal (moment);

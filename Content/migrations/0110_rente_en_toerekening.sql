-- What a creditor chose about interest and about dividing payments; who collects for it (Wki art. 11); how a payment was divided.
ALTER TABLE schuldeisers ADD COLUMN rente TEXT NOT NULL DEFAULT 'overdracht' CHECK (rente IN ('geen', 'kosten', 'overdracht'));
ALTER TABLE schuldeisers ADD COLUMN kosten_over TEXT CHECK (kosten_over IN ('P1', 'P2'));
ALTER TABLE schuldeisers ADD COLUMN volgorde TEXT CHECK (volgorde IN ('wet', 'hoofdsom-in-regeling', 'hoofdsom'));
ALTER TABLE schuldeisers ADD COLUMN bureau_naam TEXT;
ALTER TABLE schuldeisers ADD COLUMN bureau_adres TEXT;
ALTER TABLE schuldeisers ADD COLUMN bureau_kvk TEXT;
ALTER TABLE betalingen ADD COLUMN toerekening TEXT;

-- What belongs to a zaak or a person is found by it, also when it has ended: each step of a process asks it.
CREATE INDEX regelingen_zaak ON regelingen (zaak_id, id);
CREATE INDEX overdrachten_zaak ON overdrachten (zaak_id, dag, id);
CREATE INDEX incassoregels_zaak ON incassoregels (zaak_id, staat);
CREATE INDEX pauzes_partij ON pauzes (partij_id, id);
CREATE INDEX knopen_partij ON knopen (partij_id, id);

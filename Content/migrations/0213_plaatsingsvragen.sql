-- One word, one meaning: a betaalvraag is what someone looks for among payments.
ALTER TABLE betaalvragen RENAME TO plaatsingsvragen;

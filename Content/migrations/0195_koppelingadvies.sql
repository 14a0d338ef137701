-- Whether the system of a partner may ask the adviser; it sees nothing of any zaak.
ALTER TABLE koppelingen ADD COLUMN advies BIGINT NOT NULL DEFAULT 0 CHECK (advies IN (0, 1));

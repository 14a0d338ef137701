-- When a period that is over was counted first, and when its count last changed.
ALTER TABLE periodestanden ADD COLUMN eerst TEXT;
ALTER TABLE periodestanden ADD COLUMN geteld TEXT;

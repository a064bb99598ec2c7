-- Digest of the event keys that a tenant's published indexes tell; null before any did.
alter table tenant_capture add column keys_digest varchar;

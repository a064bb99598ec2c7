-- The mode that this service acts on is what the evidence gives when it is judged here.
alter table tenant_mode
    -- of the record that was judged; the replay state counts for it alone
    add column domain     varchar,
    -- epoch second, the last one of the activation in force; null: it has no end
    add column mode_until bigint,
    -- JSON: the TXT records, each a list of character-strings in Latin-1
    add column evidence   varchar;
-- What earlier versions were told was never judged; dr-controller is asked for the evidence at once.
update tenant_mode set replay = null;

-- Each tenant's DR settings, as config-service itself says them over REST.
create table tenant_settings (
    customer_id varchar     primary key,
    settings    varchar     not null,
    changed_at  timestamptz not null
);

-- What clients send and want to find again; nothing here depends on it. JSON.
alter table business_continuity
    add column meta_data varchar,
    add column user_idps_meta_data varchar;
alter table customer add column ancestor_policy varchar not null default '{}';

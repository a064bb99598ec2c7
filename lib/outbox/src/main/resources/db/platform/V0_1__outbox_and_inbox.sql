-- Events that were committed together with what they tell of, until the relay has sent them (and for a while after).
create table outbox_event (
    id           bigint generated always as identity primary key,
    event_id     text        not null,
    topic        text        not null,
    key          text        not null,
    shard        smallint    not null,
    headers      text        not null,
    value        bytea       not null,
    created_at   timestamptz not null default clock_timestamp(),
    published_at timestamptz,
    refused_at   timestamptz,
    not_before   timestamptz,
    attempts     integer     not null default 0,
    last_error   text
);

create index outbox_event_unsent on outbox_event (shard, id) where published_at is null and refused_at is null;
create index outbox_event_unsent_key on outbox_event (topic, key) where published_at is null and refused_at is null;
create index outbox_event_published on outbox_event (published_at) where published_at is not null;

-- Whoever holds a shard's row lock is the only one that sends that shard's events.
create table outbox_shard (
    shard smallint primary key
);
insert into outbox_shard select generate_series(0, 15);

-- The lock makes writers of one key wait for each other until they commit: so a key's ids grow in the order of the commits.
create function outbox_append(in_event_id text, in_topic text, in_key text, in_headers text, in_value bytea) returns bigint
    language plpgsql as
$$
declare
    hash   integer := hashtext(in_topic || '/' || in_key);
    new_id bigint;
begin
    perform pg_advisory_xact_lock(1113744472, hash);
    insert into outbox_event (event_id, topic, key, shard, headers, value)
    values (in_event_id, in_topic, in_key, (hash & 15)::smallint, in_headers, in_value)
    returning id into new_id;
    perform pg_notify('breakwater_outbox', '');
    return new_id;
end
$$;

-- Which consumer has processed which event.
create table inbox_event (
    consumer text        not null,
    event_id text        not null,
    seen_at  timestamptz not null default clock_timestamp(),
    primary key (consumer, event_id)
);
create index inbox_event_seen on inbox_event (seen_at);

-- The mode of each tenant as dr-controller last told it. Its row is the lock that orders captures and mode changes.
create table tenant_mode (
    customer_id varchar        primary key,
    mode        varchar        not null check (mode in ('NORMAL', 'TEST', 'ACTIVE')),
    dr_sequence bigint      not null,
    replay      varchar,
    changed_at  timestamptz not null
);

-- What is to be captured, and how the last attempt ended. A tenant with marked_since is waiting for its capture.
create table tenant_capture (
    customer_id       varchar        primary key,
    marks             bigint      not null,
    marked_since      timestamptz,
    marked_at         timestamptz not null,
    told_revision     bigint      not null,
    captured_revision bigint      not null default -1,
    captured_at       timestamptz,
    outcome           varchar,
    detail            varchar,
    attempted_at      timestamptz,
    failures          integer     not null default 0,
    retry_at          timestamptz,
    claimed_until     timestamptz
);
create index tenant_capture_waiting on tenant_capture (marked_since) where marked_since is not null;

-- A snapshot: its manifest's exact octets are signed. kind leaves room for binary snapshots.
-- published_at: from when its group's index lists it. retired_at: since when no index lists it; deleted after the grace time.
create table snapshot (
    id                     bigint      generated always as identity primary key,
    customer_id            varchar        not null,
    group_id               varchar        not null,
    kind                   varchar        not null check (kind in ('CONFIG', 'BINARY')),
    sequence               bigint      not null,
    name                   varchar        not null,
    created_at             timestamptz not null,
    configuration_revision bigint      not null,
    binary_version         varchar        not null,
    content_digest         varchar        not null,
    manifest               bytea       not null,
    manifest_digest        varchar        not null,
    signature              varchar        not null,
    verified_at            timestamptz not null,
    published_at           timestamptz,
    retired_at             timestamptz,
    unique (customer_id, group_id, kind, sequence),
    unique (customer_id, group_id, name)
);
create index snapshot_retired on snapshot (retired_at) where retired_at is not null;

create table snapshot_file (
    id          bigint generated always as identity primary key,
    snapshot_id bigint not null references snapshot (id) on delete cascade,
    name        varchar   not null,
    size        bigint not null,
    digest      varchar   not null,
    unique (snapshot_id, name)
);

-- A file's octets in pieces of 1 MiB, so that a range of a large file is read without the rest.
create table snapshot_piece (
    id      bigint  generated always as identity primary key,
    file_id bigint  not null references snapshot_file (id) on delete cascade,
    place   integer not null,
    octets  bytea   not null,
    unique (file_id, place)
);

-- The index of each group: exact octets, signed. content_digest is over the index without sequence and time of issue.
create table group_index (
    id             bigint      generated always as identity primary key,
    customer_id    varchar        not null,
    group_id       varchar        not null,
    kind           varchar        not null,
    designated     boolean     not null,
    sequence       bigint      not null,
    content_digest varchar        not null,
    document       bytea       not null,
    digest         varchar        not null,
    signature      varchar        not null,
    issued_at      timestamptz not null,
    unique (customer_id, group_id)
);

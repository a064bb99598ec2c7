-- A tenant. Its row is locked by each write of its configuration: the revision grows by one with each.
create table customer (
    id bigint primary key,
    name varchar not null,
    auth_domains varchar[] not null,
    revision bigint not null,
    creation_time timestamptz not null
);
create unique index uq_customer_name on customer (lower(name));

create table microtenant (
    customer_id bigint not null references customer,
    id bigint not null,
    name varchar not null,
    enabled boolean not null,
    primary key (customer_id, id)
);

-- What dr-controller last told of the tenant's DR state.
create table dr_state (
    customer_id bigint primary key references customer,
    mode varchar not null,
    sequence bigint not null,
    replay varchar
);

create table dr_settings (
    customer_id bigint primary key references customer,
    revision bigint not null,
    domain varchar,
    max_authentication_age_seconds bigint not null,
    replay varchar not null,
    absence varchar not null,
    compat_signed_text boolean not null,
    lookup_mode varchar not null,
    lookup_servers varchar[] not null
);

-- Public keys only: a private key is refused before it comes here.
create table dr_public_key (
    id bigint primary key,
    customer_id bigint not null references customer,
    fingerprint varchar not null,
    pem varchar not null,
    creation_time timestamptz not null
);
create unique index uq_dr_public_key_fingerprint on dr_public_key (customer_id, fingerprint);

create table api_key (
    id bigint primary key,
    customer_id bigint not null references customer,
    name varchar not null,
    role varchar not null,
    enabled boolean not null,
    -- SHA-256 of 256 random bits: nothing to guess, so nothing to slow down
    secret_sha256 varchar not null,
    creation_time timestamptz not null
);
create unique index uq_api_key_name on api_key (customer_id, lower(name));

-- Who may administer what: microtenants, roles, administrators and API keys; and the audit trail of all that they do.

-- A microtenant belongs to its customer as a whole: its own microtenant_id is that of the Default one.
alter table microtenant
    add column microtenant_id bigint not null default 0,
    add column name_key varchar generated always as (lower(regexp_replace(name, '[^A-Za-z0-9[:space:]_/.-]', '', 'g'))) stored,
    add column description varchar,
    add column creation_time timestamptz not null default now(),
    add column modified_time timestamptz not null default now(),
    add column modified_by bigint,
    add column criteria_attribute varchar not null default 'AuthDomain',
    add column criteria_attribute_values varchar[] not null default '{}',
    add column operator varchar not null default 'OR',
    add column privileged_approvals_enabled boolean not null default false;
create unique index uq_microtenant_name on microtenant (customer_id, lower(name));
create index ix_microtenant_name_key on microtenant (customer_id, name_key);

-- A domain selects one microtenant at most; the database decides that, whoever else writes.
create table microtenant_domain (
    customer_id bigint not null,
    domain varchar not null,
    microtenant_id bigint not null,
    constraint uq_microtenant_domain primary key (customer_id, domain),
    foreign key (customer_id, microtenant_id) references microtenant on delete cascade
);

-- The built-in roles are the same for everybody and not in here.
create table admin_role (
    id bigint primary key,
    customer_id bigint not null,
    microtenant_id bigint not null,
    name varchar not null,
    name_key varchar generated always as (lower(regexp_replace(name, '[^A-Za-z0-9[:space:]_/.-]', '', 'g'))) stored,
    description varchar,
    enabled boolean not null,
    creation_time timestamptz not null,
    modified_time timestamptz not null,
    modified_by bigint,
    restricted_role boolean not null,
    bypass_remote_assistance_check boolean not null,
    -- CLASS=FULL or CLASS=VIEW_ONLY
    permissions varchar[] not null,
    unique (customer_id, id),
    foreign key (customer_id, microtenant_id) references microtenant
);
create unique index uq_admin_role_name on admin_role (customer_id, lower(name));
create index ix_admin_role_name_key on admin_role (customer_id, name_key);

-- The name is the administrator's user name.
create table administrator (
    id bigint primary key,
    customer_id bigint not null,
    microtenant_id bigint not null,
    name varchar not null,
    name_key varchar generated always as (lower(regexp_replace(name, '[^A-Za-z0-9[:space:]_/.-]', '', 'g'))) stored,
    description varchar,
    enabled boolean not null,
    creation_time timestamptz not null,
    modified_time timestamptz not null,
    modified_by bigint,
    display_name varchar not null,
    email varchar not null,
    phone_number varchar,
    -- bcrypt
    password_hash varchar,
    force_pwd_change boolean not null,
    two_factor_auth_enabled boolean not null,
    two_factor_auth_type varchar,
    token_id varchar,
    role_id bigint not null,
    group_ids varchar[] not null,
    is_locked boolean not null,
    pin_session boolean not null,
    local_login_disabled boolean not null,
    eula varchar not null,
    comments varchar,
    language_code varchar,
    timezone varchar,
    delivery_tag varchar,
    unique (customer_id, id),
    foreign key (customer_id, microtenant_id) references microtenant
);
create unique index uq_administrator_name on administrator (customer_id, lower(name));
create index ix_administrator_name_key on administrator (customer_id, name_key);
create index ix_administrator_role on administrator (customer_id, role_id);

alter table api_key
    add column microtenant_id bigint not null default 0,
    add column name_key varchar generated always as (lower(regexp_replace(name, '[^A-Za-z0-9[:space:]_/.-]', '', 'g'))) stored,
    add column description varchar,
    add column modified_time timestamptz,
    add column modified_by bigint,
    add column role_id bigint not null default 28,
    add column token_expiry_time_in_sec bigint not null default 3600,
    add column pin_session_enabled boolean not null default false,
    add unique (customer_id, id),
    add foreign key (customer_id, microtenant_id) references microtenant;
update api_key set modified_time = creation_time;
alter table api_key alter column modified_time set not null;
alter table api_key drop column role;
create index ix_api_key_name_key on api_key (customer_id, name_key);
create index ix_api_key_role on api_key (customer_id, role_id);

-- The end of each customer's audit trail: number and hash of the newest entry. Its row lock orders the entries. The trail begins after
-- the anchor, which moves when old entries go.
create table audit_head (
    customer_id bigint primary key references customer,
    sequence bigint not null,
    hash bytea not null,
    anchor_sequence bigint not null,
    anchor_hash bytea not null
);
insert into audit_head (customer_id, sequence, hash, anchor_sequence, anchor_hash) select id, 0, '', 0, '' from customer;

-- hash = sha256(hash of the entry before || sequence || newline || content); the columns between repeat what content says, for filters.
create table audit_entry (
    customer_id bigint not null references customer,
    sequence bigint not null,
    at timestamptz not null,
    actor varchar,
    action varchar not null,
    kind varchar not null,
    object_id varchar,
    content varchar not null,
    hash bytea not null,
    primary key (customer_id, sequence)
);
create index ix_audit_entry_at on audit_entry (customer_id, at);
create index ix_audit_entry_object on audit_entry (customer_id, kind, object_id);
create index ix_audit_entry_actor on audit_entry (customer_id, actor);

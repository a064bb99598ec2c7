-- The rest of the management API: sharing, weights, trusted networks, schedules, certificates of one's own, overrides, continuity.

-- A segment that other microtenants see too.
create table application_share (
    customer_id bigint not null,
    application_id bigint not null,
    microtenant_id bigint not null,
    primary key (application_id, microtenant_id),
    foreign key (customer_id, application_id) references application_segment (customer_id, id) on delete cascade,
    foreign key (customer_id, microtenant_id) references microtenant on delete cascade
);
create index ix_application_share_microtenant on application_share (customer_id, microtenant_id);

alter table application_segment add column weighted_load_balancing boolean not null default false;
create index ix_application_segment_domains on application_segment using gin (domain_names);
alter table application_server_group
    add column weight bigint not null default 0,
    add column passive boolean not null default false;

create table trusted_network (
    id bigint primary key,
    customer_id bigint not null,
    microtenant_id bigint not null,
    name varchar not null,
    -- without the cloud in parentheses, too: the Go client leaves it out when it searches
    name_key varchar generated always as
        (lower(regexp_replace(regexp_replace(name, ' *\([^()]*\)$', ''), '[^A-Za-z0-9[:space:]_/.-]', '', 'g'))) stored,
    description varchar,
    enabled boolean not null,
    creation_time timestamptz not null,
    modified_time timestamptz not null,
    modified_by bigint,
    network_id varchar not null,
    zscaler_cloud varchar,
    domain varchar,
    unique (customer_id, id),
    foreign key (customer_id, microtenant_id) references microtenant
);
create unique index uq_trusted_network_name on trusted_network (customer_id, lower(name));
create index ix_trusted_network_name_key on trusted_network (customer_id, name_key);

create table service_edge_group_network (
    customer_id bigint not null,
    service_edge_group_id bigint not null,
    trusted_network_id bigint not null,
    primary key (service_edge_group_id, trusted_network_id),
    foreign key (customer_id, service_edge_group_id) references service_edge_group (customer_id, id) on delete cascade,
    foreign key (customer_id, trusted_network_id) references trusted_network (customer_id, id)
);
create index ix_service_edge_group_network on service_edge_group_network (customer_id, trusted_network_id);

-- When agents that are out of touch are deleted: one row of each kind in every tenant.
create table agent_schedule (
    id bigint primary key,
    customer_id bigint not null references customer,
    agent_kind varchar not null,
    frequency varchar not null,
    frequency_interval bigint not null,
    enabled boolean not null,
    delete_disabled boolean not null,
    constraint uq_agent_schedule unique (customer_id, agent_kind)
);
-- Ids of older tenants' schedules: as far from every id that is given out as can be.
insert into agent_schedule (id, customer_id, agent_kind, frequency, frequency_interval, enabled, delete_disabled)
    select row_number() over (order by c.id, k.kind), c.id, k.kind, 'days', 5, false, false
    from customer c cross join (values ('APP_CONNECTOR'), ('SERVICE_EDGE')) k (kind);

-- Since when somebody has looked for agents out of touch without a gap: agents cannot be in touch with a service that is not there.
create table agent_watch (
    id integer primary key check (id = 1),
    since timestamptz not null,
    last timestamptz not null
);

-- A certificate request waits for its certificate, which somebody else signs.
alter table enrollment_certificate
    alter column certificate drop not null,
    alter column serial_no drop not null,
    alter column issued_by drop not null,
    alter column valid_from drop not null,
    alter column valid_to drop not null,
    add column csr varchar;

alter table customer
    add column version_profile_id bigint not null default 0,
    add column sso_login_only boolean not null default false,
    -- JSON
    add column search_suffixes varchar not null default '[]';

create table config_override (
    id bigint primary key,
    customer_id bigint not null,
    microtenant_id bigint not null,
    -- its key and target, which is what tells one from another
    name varchar not null,
    name_key varchar generated always as (lower(regexp_replace(name, '[^A-Za-z0-9[:space:]_/.-]', '', 'g'))) stored,
    description varchar,
    enabled boolean not null,
    creation_time timestamptz not null,
    modified_time timestamptz not null,
    modified_by bigint,
    target_type varchar not null,
    target_gid bigint not null,
    target_name varchar,
    config_key varchar not null,
    config_value varchar,
    config_value_int bigint,
    sequence bigint,
    broker_name varchar,
    unique (customer_id, id),
    foreign key (customer_id, microtenant_id) references microtenant
);
create unique index uq_config_override_name on config_override (customer_id, lower(name));

create table business_continuity (
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
    ba_auth_domain_cert_id bigint,
    ba_auth_domain_cert_name varchar,
    backup_basedir varchar,
    backup_enabled boolean not null,
    backup_max_allowed_num bigint not null,
    backup_schedule_type varchar,
    backup_schedule_value varchar,
    encrypt_saml_response boolean not null,
    idp_cert varchar,
    idp_entity_id varchar,
    idp_login_url varchar,
    max_allowed_down_time bigint not null,
    max_allowed_down_time_unit varchar not null,
    max_allowed_switch_time bigint not null,
    max_allowed_switch_time_unit varchar not null,
    new_user_support boolean not null,
    offline_domain varchar,
    site_sp_cert_id bigint,
    site_sp_cert_name varchar,
    sitec_preferred boolean not null,
    switch_time_enabled boolean not null,
    use_existing_idp boolean not null,
    unique (customer_id, id),
    foreign key (customer_id, microtenant_id) references microtenant
);
create unique index uq_business_continuity_customer on business_continuity (customer_id);

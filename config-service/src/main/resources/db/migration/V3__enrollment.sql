-- How agents come in: a key of a group enrols at most max_usage of them.

create table provisioning_key (
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
    association_type varchar not null,
    -- of the type's own kind: exactly one is set
    app_connector_group_id bigint,
    service_edge_group_id bigint,
    enrollment_cert_id bigint not null,
    max_usage bigint not null,
    usage_count bigint not null,
    exportable boolean not null,
    ip_acl varchar[] not null,
    expiration_in_epoch_sec bigint,
    -- for the look-up at enrolment
    key_sha256 varchar not null,
    -- AES-256-GCM under the master key
    encrypted_key bytea not null,
    constraint ck_provisioning_key_component check (num_nonnulls(app_connector_group_id, service_edge_group_id) = 1),
    constraint ck_provisioning_key_usage check (usage_count <= max_usage),
    constraint fk_provisioning_key_connector_group foreign key (customer_id, app_connector_group_id) references app_connector_group (customer_id, id),
    constraint fk_provisioning_key_edge_group foreign key (customer_id, service_edge_group_id) references service_edge_group (customer_id, id),
    constraint fk_provisioning_key_certificate foreign key (customer_id, enrollment_cert_id) references enrollment_certificate (customer_id, id),
    unique (customer_id, id),
    foreign key (customer_id, microtenant_id) references microtenant
);
create unique index uq_provisioning_key_name on provisioning_key (customer_id, lower(name));
create index ix_provisioning_key_name_key on provisioning_key (customer_id, name_key);

create unique index uq_provisioning_key_sha256 on provisioning_key (key_sha256);
create index ix_provisioning_key_connector_group on provisioning_key (customer_id, app_connector_group_id);
create index ix_provisioning_key_edge_group on provisioning_key (customer_id, service_edge_group_id);

create table app_connector (
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
    group_id bigint not null,
    provisioning_key_id bigint,
    provisioning_key_name varchar not null,
    enrollment_cert_id bigint not null,
    fingerprint varchar not null,
    certificate_not_after timestamptz not null,
    platform varchar,
    current_version varchar,
    public_ip varchar,
    -- the boot whose tokens count: of two processes with one certificate the later one
    boot_id varchar,
    booted_at timestamptz,
    last_connect_time timestamptz,
    constraint fk_app_connector_group foreign key (customer_id, group_id) references app_connector_group (customer_id, id),
    constraint fk_app_connector_certificate foreign key (customer_id, enrollment_cert_id) references enrollment_certificate (customer_id, id),
    unique (customer_id, id),
    foreign key (customer_id, microtenant_id) references microtenant
);
create index ix_app_connector_name_key on app_connector (customer_id, name_key);
create index ix_app_connector_group on app_connector (customer_id, group_id);

create table service_edge (
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
    group_id bigint not null,
    provisioning_key_id bigint,
    provisioning_key_name varchar not null,
    enrollment_cert_id bigint not null,
    fingerprint varchar not null,
    certificate_not_after timestamptz not null,
    platform varchar,
    current_version varchar,
    public_ip varchar,
    -- the boot whose tokens count: of two processes with one certificate the later one
    boot_id varchar,
    booted_at timestamptz,
    last_connect_time timestamptz,
    listen_ips varchar[] not null,
    publish_ips varchar[] not null,
    publish_ipv6 boolean not null,
    constraint fk_service_edge_group foreign key (customer_id, group_id) references service_edge_group (customer_id, id),
    constraint fk_service_edge_certificate foreign key (customer_id, enrollment_cert_id) references enrollment_certificate (customer_id, id),
    unique (customer_id, id),
    foreign key (customer_id, microtenant_id) references microtenant
);
create index ix_service_edge_name_key on service_edge (customer_id, name_key);
create index ix_service_edge_group on service_edge (customer_id, group_id);

-- The objects of the management API. Every reference carries the customer id, so that the database itself keeps a tenant from
-- reaching another one's objects. name_key is the name as the Go client searches it: without the characters that it removes.

create table enrollment_certificate (
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
    c_name varchar not null,
    certificate varchar not null,
    client_cert_type varchar not null,
    allow_signing boolean not null,
    parent_cert_id bigint,
    serial_no varchar not null,
    issued_by varchar not null,
    valid_from timestamptz not null,
    valid_to timestamptz not null,
    -- AES-256-GCM under the master key, or null when only the certificate is here
    encrypted_private_key bytea,
    unique (customer_id, id),
    foreign key (customer_id, microtenant_id) references microtenant
);
create unique index uq_enrollment_certificate_name on enrollment_certificate (customer_id, lower(name));
create index ix_enrollment_certificate_name_key on enrollment_certificate (customer_id, name_key);

create table app_connector_group (
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
    latitude numeric not null,
    longitude numeric not null,
    location varchar not null,
    city_country varchar,
    country_code varchar,
    upgrade_day varchar not null,
    upgrade_time_in_secs bigint not null,
    override_version_profile boolean not null,
    version_profile_id bigint not null,
    use_in_dr_mode boolean not null,
    dc_hosting_info varchar,
    enrollment_cert_id bigint,
    site_id varchar,
    dns_query_type varchar not null,
    tcp_quick_ack_app boolean not null,
    tcp_quick_ack_assistant boolean not null,
    tcp_quick_ack_read_assistant boolean not null,
    pra_enabled boolean not null,
    waf_disabled boolean not null,
    lss_app_connector_group boolean not null,
    connector_group_type varchar not null,
    unique (customer_id, id),
    foreign key (customer_id, microtenant_id) references microtenant
);
create unique index uq_app_connector_group_name on app_connector_group (customer_id, lower(name));
create index ix_app_connector_group_name_key on app_connector_group (customer_id, name_key);

create table service_edge_group (
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
    latitude numeric not null,
    longitude numeric not null,
    location varchar not null,
    city_country varchar,
    country_code varchar,
    upgrade_day varchar not null,
    upgrade_time_in_secs bigint not null,
    override_version_profile boolean not null,
    version_profile_id bigint not null,
    use_in_dr_mode boolean not null,
    dc_hosting_info varchar,
    enrollment_cert_id bigint,
    site_id varchar,
    is_public varchar not null,
    grace_distance_enabled boolean not null,
    grace_distance_value numeric,
    grace_distance_value_unit varchar,
    exclusive_for_business_continuity boolean not null,
    unique (customer_id, id),
    foreign key (customer_id, microtenant_id) references microtenant
);
create unique index uq_service_edge_group_name on service_edge_group (customer_id, lower(name));
create index ix_service_edge_group_name_key on service_edge_group (customer_id, name_key);

create table server (
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
    address varchar not null,
    config_space varchar not null,
    unique (customer_id, id),
    foreign key (customer_id, microtenant_id) references microtenant
);
create unique index uq_server_name on server (customer_id, lower(name));
create index ix_server_name_key on server (customer_id, name_key);

create table server_group (
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
    dynamic_discovery boolean not null,
    ip_anchored boolean not null,
    extranet_enabled boolean not null,
    config_space varchar not null,
    unique (customer_id, id),
    foreign key (customer_id, microtenant_id) references microtenant
);
create unique index uq_server_group_name on server_group (customer_id, lower(name));
create index ix_server_group_name_key on server_group (customer_id, name_key);

create table segment_group (
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
    config_space varchar not null,
    tcp_keep_alive_enabled varchar not null,
    policy_migrated boolean not null,
    unique (customer_id, id),
    foreign key (customer_id, microtenant_id) references microtenant
);
create unique index uq_segment_group_name on segment_group (customer_id, lower(name));
create index ix_segment_group_name_key on segment_group (customer_id, name_key);

create table application_segment (
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
    segment_group_id bigint not null,
    domain_names varchar[] not null,
    tcp_ports varchar[] not null,
    udp_ports varchar[] not null,
    bypass_type varchar not null,
    bypass_on_reauth boolean not null,
    health_check_type varchar not null,
    health_reporting varchar not null,
    icmp_access_type varchar not null,
    tcp_keep_alive varchar not null,
    match_style varchar not null,
    policy_style varchar not null,
    config_space varchar not null,
    passive_health_enabled boolean not null,
    is_cname_enabled boolean not null,
    use_in_dr_mode boolean not null,
    double_encrypt boolean not null,
    ip_anchored boolean not null,
    select_connector_close_to_app boolean not null,
    inspect_traffic_with_zia boolean not null,
    adp_enabled boolean not null,
    auto_app_protect_enabled boolean not null,
    api_protection_enabled boolean not null,
    fqdn_dns_check boolean not null,
    extranet_enabled boolean not null,
    default_idle_timeout bigint,
    default_max_age bigint,
    constraint fk_application_segment_group foreign key (customer_id, segment_group_id) references segment_group (customer_id, id),
    unique (customer_id, id),
    foreign key (customer_id, microtenant_id) references microtenant
);
create unique index uq_application_segment_name on application_segment (customer_id, lower(name));
create index ix_application_segment_name_key on application_segment (customer_id, name_key);

create index ix_application_segment_group on application_segment (customer_id, segment_group_id);

create table server_group_connector_group (
    customer_id bigint not null,
    server_group_id bigint not null,
    app_connector_group_id bigint not null,
    primary key (server_group_id, app_connector_group_id),
    constraint fk_server_group_connector_group_server_group_id foreign key (customer_id, server_group_id) references server_group (customer_id, id) on delete cascade,
    constraint fk_server_group_connector_group_app_connector_group_id foreign key (customer_id, app_connector_group_id) references app_connector_group (customer_id, id)
);
create index ix_server_group_connector_group_app_connector_group_id on server_group_connector_group (customer_id, app_connector_group_id);

create table server_group_server (
    customer_id bigint not null,
    server_group_id bigint not null,
    server_id bigint not null,
    primary key (server_group_id, server_id),
    constraint fk_server_group_server_server_group_id foreign key (customer_id, server_group_id) references server_group (customer_id, id) on delete cascade,
    constraint fk_server_group_server_server_id foreign key (customer_id, server_id) references server (customer_id, id)
);
create index ix_server_group_server_server_id on server_group_server (customer_id, server_id);

create table application_server_group (
    customer_id bigint not null,
    application_id bigint not null,
    server_group_id bigint not null,
    primary key (application_id, server_group_id),
    constraint fk_application_server_group_application_id foreign key (customer_id, application_id) references application_segment (customer_id, id) on delete cascade,
    constraint fk_application_server_group_server_group_id foreign key (customer_id, server_group_id) references server_group (customer_id, id)
);
create index ix_application_server_group_server_group_id on application_server_group (customer_id, server_group_id);

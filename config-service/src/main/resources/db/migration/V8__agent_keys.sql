-- By which keys an agent's word is known: of its present certificate and of those that it replaced and that are still valid.
create table agent_key (
    app_connector_id bigint references app_connector (id) on delete cascade,
    service_edge_id bigint references service_edge (id) on delete cascade,
    agent_id bigint not null generated always as (coalesce(app_connector_id, service_edge_id)) stored,
    -- SHA-256 of the SubjectPublicKeyInfo, lower-case hex
    key_id varchar not null,
    pem varchar not null,
    not_after timestamptz not null,
    -- when it was certified, or proved in a request for a token
    seen_at timestamptz not null,
    primary key (agent_id, key_id),
    constraint ck_agent_key_agent check (num_nonnulls(app_connector_id, service_edge_id) = 1)
);
create index ix_agent_key_connector on agent_key (app_connector_id);
create index ix_agent_key_edge on agent_key (service_edge_id);

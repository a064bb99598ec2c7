-- Tenants are told in the order of their numbers.
create index dr_state_in_order on dr_state (length(customer_id), customer_id);

-- The record set that last showed that a mode is over: the word NORMAL can then be verified by whoever hears it.
alter table dr_state add column proof varchar;

-- Changes that switch nothing are damped: when the last one was told, and how many were kept back.
alter table dr_state add column minor_told timestamptz;
alter table dr_state add column minor_suppressed bigint not null default 0;
alter table dr_state add column minor_pending boolean not null default false;

-- A row of denials counts by this service's clock too.
alter table dr_state add column denied_heard_since timestamptz;
alter table dr_state add column denied_heard_last timestamptz;
alter table dr_state add column denied_looks int not null default 0;
update dr_state set denied_since = null, denied_last = null;

-- Fingerprints of the keys that config-service ever named for the tenant, when it was asked itself; - stands for no key at all.
alter table tenant_settings add column grounds varchar not null default '[]';

-- The agents that config-service names. Nobody else counts.
create table roster (
    agent_id    varchar primary key,
    customer_id varchar not null,
    group_id    varchar,
    kind        varchar,
    name        varchar,
    enabled     boolean not null,
    designated  boolean not null,
    keys        varchar not null
);
create index roster_customer on roster (customer_id, agent_id);
alter table agent add column dr_lookup varchar;

-- Fields that clients send and want to find again; nothing here depends on them.

alter table application_segment add column app_recommendation_id varchar;
alter table administrator add column operation_type varchar;
alter table config_override add column customer_name varchar;
alter table business_continuity
    add column sitesp_ca_certificate varchar,
    add column sitesp_certificate varchar,
    add column sitesp_encryption_certificate varchar,
    add column sitesp_signing_certificate varchar;

-- Fields that clients send and want to find again; nothing here depends on them.

alter table application_segment add column app_recommendation_id varchar;
alter table administrator add column operation_type varchar;
alter table config_override add column customer_name varchar;
alter table business_continuity
    add column sitesp_ca_certificate varchar,
    add column sitesp_certificate varchar,
    add column sitesp_encryption_certificate varchar,
    add column sitesp_signing_certificate varchar;

-- A group names a certificate that is there, or none.
update app_connector_group g set enrollment_cert_id = null
where not exists (
    select 1 from enrollment_certificate c where c.customer_id = g.customer_id and c.id = g.enrollment_cert_id);
update service_edge_group g set enrollment_cert_id = null
where not exists (
    select 1 from enrollment_certificate c where c.customer_id = g.customer_id and c.id = g.enrollment_cert_id);
alter table app_connector_group add constraint fk_app_connector_group_certificate
    foreign key (customer_id, enrollment_cert_id) references enrollment_certificate (customer_id, id);
alter table service_edge_group add constraint fk_service_edge_group_certificate
    foreign key (customer_id, enrollment_cert_id) references enrollment_certificate (customer_id, id);

-- What a tenant's segments list is bounded in octets: pages, views and documents hold all of it.
alter table application_segment add column listed_octets bigint not null default 0;
update application_segment set listed_octets = octet_length(array_to_string(domain_names, ''))
    + octet_length(array_to_string(tcp_ports, '')) + octet_length(array_to_string(udp_ports, ''));

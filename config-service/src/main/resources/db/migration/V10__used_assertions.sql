-- Assertions count once (RFC 7523, section 3, jti): which ones were used, until they are over.
create table used_assertion (
    -- id of an API key or an agent
    subject varchar not null,
    -- SHA-256 of the jti, or of the signed text of an assertion that has none
    id varchar not null,
    ends_at timestamptz not null,
    primary key (subject, id)
);
create index ix_used_assertion_end on used_assertion (ends_at);

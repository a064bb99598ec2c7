package io.breakwater.snapshot.download;

/** A group of a tenant, as a request names it. */
record GroupKey(String customerId, String groupId) {}

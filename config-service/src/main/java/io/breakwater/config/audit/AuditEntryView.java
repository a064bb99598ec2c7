package io.breakwater.config.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * An entry of the audit trail.
 *
 * @param sequence its number in the tenant's trail, from 1 without gaps
 * @param hash SHA-256 over the hash of the entry before, its number and its content; lower-case hex
 * @param content what happened: at, actor, actorRole, address, action, kind, objectId, objectName, before, after
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEntryView(long sequence, String hash, JsonNode content) {}

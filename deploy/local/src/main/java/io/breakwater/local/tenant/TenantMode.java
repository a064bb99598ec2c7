package io.breakwater.local.tenant;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The state of disaster recovery of one tenant, as dr-controller tells it.
 *
 * @param mode {@code NORMAL}, {@code TEST} or {@code ACTIVE}
 * @param since when it became so
 * @param held why the last look changed nothing, or null
 * @param acknowledged agents that follow it; @param expected all of its agents
 * @param lastLook when dns-watcher last saw the domain, or null; @param verdict what that meant, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TenantMode(
        String customerId,
        String domain,
        String mode,
        String since,
        String held,
        int acknowledged,
        int expected,
        String lastLook,
        String verdict) {}

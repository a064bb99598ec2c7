package io.breakwater.config.configobject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.search.Where;
import io.breakwater.config.wire.Ids;
import io.breakwater.config.wire.Refusal;
import java.util.Map;

/** What a request may see: one microtenant of one tenant (I8). */
public record TenantScope(long customerId, long microtenantId) implements ObjectScope {
    /** The Default microtenant's id, the same in every tenant. */
    public static final long DEFAULT_MICROTENANT = 0;

    /** @param microtenantId as the query has it; none means the Default one */
    public static TenantScope of(String customerId, String microtenantId) {
        return new TenantScope(tenant(customerId), microtenant(microtenantId));
    }

    /** The tenant of a path. */
    public static long tenant(String customerId) {
        return Ids.parse(customerId).orElseThrow(() -> Refusal.notFound(customerId));
    }

    /** As {@link #of(String, String)}; where the query names no microtenant, the body may (zpa-api 2.7). */
    public static TenantScope of(String customerId, String microtenantId, ObjectNode body) {
        JsonNode inBody = body.path("microtenantId");
        boolean named = microtenantId != null && !microtenantId.isBlank();
        return of(customerId, named || inBody.isMissingNode() || inBody.isNull() ? microtenantId : inBody.asText());
    }

    private static long microtenant(String id) {
        return id == null || id.isBlank()
                ? DEFAULT_MICROTENANT
                : Ids.parse(id.trim()).orElseThrow(() -> Refusal.notFound(id));
    }

    @Override
    public Where where() {
        return Where.of(
                "e.customerId = :customerId and e.microtenantId = :microtenantId",
                Map.of("customerId", customerId, "microtenantId", microtenantId));
    }
}

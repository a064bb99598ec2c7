package io.breakwater.config.configobject;

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

    private static long microtenant(String id) {
        if (id == null
                || id.isBlank()
                || Ids.parse(id.trim())
                        .filter(number -> number == DEFAULT_MICROTENANT)
                        .isPresent()) {
            return DEFAULT_MICROTENANT;
        }
        throw Refusal.notFound(id);
    }

    @Override
    public Where where() {
        return Where.of(
                "e.customerId = :customerId and e.microtenantId = :microtenantId",
                Map.of("customerId", customerId, "microtenantId", microtenantId));
    }
}

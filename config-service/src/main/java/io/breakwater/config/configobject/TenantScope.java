package io.breakwater.config.configobject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.search.Where;
import io.breakwater.config.wire.Ids;
import io.breakwater.config.wire.Refusal;
import io.breakwater.config.wire.Refusals;
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

    /** The body may name the microtenant too; there is only the Default one yet. */
    static void requireDefault(ObjectNode body, Refusals refusals) {
        JsonNode id = body.path("microtenantId");
        boolean given = !id.isMissingNode() && !id.isNull();
        refusals.addWhen(given && !isDefault(id.asText()), "microtenantId", "must be an existing microtenant: 0");
    }

    private static long microtenant(String id) {
        if (id == null || isDefault(id)) {
            return DEFAULT_MICROTENANT;
        }
        throw Refusal.notFound(id);
    }

    private static boolean isDefault(String id) {
        return id.isBlank()
                || Ids.parse(id.trim())
                        .filter(number -> number == DEFAULT_MICROTENANT)
                        .isPresent();
    }

    @Override
    public Where where() {
        return Where.of(
                "e.customerId = :customerId and e.microtenantId = :microtenantId",
                Map.of("customerId", customerId, "microtenantId", microtenantId));
    }
}

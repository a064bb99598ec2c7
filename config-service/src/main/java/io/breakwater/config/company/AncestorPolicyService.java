package io.breakwater.config.company;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.customer.TenantWrite.Action;
import io.breakwater.config.customer.TenantWrite.Change;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.wire.JsonType;
import io.breakwater.config.wire.Refusal;
import io.breakwater.config.wire.ValueRefused;
import io.breakwater.config.wire.WireType;
import io.breakwater.config.wire.WireTypes;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** A customer's ancestor policy: kept for the clients that know it. There are no ancestors here, so it allows and denies nothing. */
@Singleton
public class AncestorPolicyService {
    private static final String TYPE = "accessType";
    private static final String MAPPINGS = "accessMappings";
    private static final int MOST_MAPPINGS = 500;
    private static final WireType<String> TEXT = WireTypes.name(64);
    private static final WireType<String> JSON = new JsonType(100_000);

    private final CompanyRows rows;
    private final TenantWrites writes;

    AncestorPolicyService(CompanyRows rows, TenantWrites writes) {
        this.rows = rows;
        this.writes = writes;
    }

    @WithSession
    public Uni<ObjectNode> get(String customerId) {
        return rows.ancestorPolicy(TenantScope.tenant(customerId)).map(AncestorPolicyService::view);
    }

    @WithTransaction
    public Uni<ObjectNode> put(String customerId, ObjectNode body) {
        ObjectNode policy = checked(body);
        return writes.begin(TenantScope.tenant(customerId))
                .chain(write -> rows.ancestorPolicy(write.customerId())
                        .call(() -> rows.putAncestorPolicy(write.customerId(), policy.toString()))
                        .chain(before -> write.audit(new Change(
                                Action.UPDATED, "ancestorPolicy", write.customerId(), null, view(before), policy))))
                .replaceWith(policy);
    }

    private static ObjectNode view(String json) {
        return (ObjectNode) JSON.write(json);
    }

    static ObjectNode checked(ObjectNode body) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        JsonNode type = body.path(TYPE);
        if (!type.isMissingNode() && !type.isNull()) {
            kept.put(TYPE, read(TYPE, TEXT, type));
        }
        JsonNode mappings = body.path(MAPPINGS);
        if (!mappings.isMissingNode() && !mappings.isNull()) {
            if (!mappings.isArray() || mappings.size() > MOST_MAPPINGS) {
                throw Refusal.invalid(MAPPINGS, "must be a list of at most " + MOST_MAPPINGS);
            }
            for (JsonNode mapping : mappings) {
                if (!mapping.isObject()) {
                    throw Refusal.invalid(MAPPINGS, "must hold objects only");
                }
            }
            kept.set(MAPPINGS, JSON.write(read(MAPPINGS, JSON, mappings)));
        }
        return kept;
    }

    private static String read(String field, WireType<String> type, JsonNode node) {
        try {
            return type.read(node);
        } catch (ValueRefused e) {
            throw Refusal.invalid(field, e.getMessage());
        }
    }
}

package io.breakwater.config.application;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.IdList;
import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.wire.Refusal;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Sets the match style of several application segments: of all of them or of none. */
@Singleton
public class MatchStyleUpdate {
    private static final String IDS = "applicationIds";
    private static final String STYLE = "matchStyle";

    private final ApplicationService applications;
    private final TenantWrites writes;

    MatchStyleUpdate(ApplicationService applications, TenantWrites writes) {
        this.writes = writes;
        this.applications = applications;
    }

    @WithTransaction
    public Uni<Void> update(ObjectScope scope, ObjectNode body) {
        Set<Long> ids = IdList.read(body, IDS).orElseThrow(() -> Refusal.invalid(IDS, "is required: a list of ids"));
        if (!body.path(STYLE).isTextual()) {
            throw Refusal.invalid(STYLE, "is required: INCLUSIVE or EXCLUSIVE");
        }
        // the lock first: what is read before it may be older than somebody's change
        Uni<Void> chain = writes.begin(scope).replaceWithVoid();
        for (Long id : ids) {
            chain = chain.chain(() -> update(scope, id, body.path(STYLE).asText()));
        }
        return chain;
    }

    /** What the request does not speak of stays; a segment's description would not. */
    private Uni<Void> update(ObjectScope scope, Long id, String style) {
        ObjectNode change = JsonNodeFactory.instance.objectNode().put(STYLE, style);
        return applications.get(scope, id.toString()).chain(view -> {
            if (view.hasNonNull("description")) {
                change.set("description", view.get("description"));
            }
            return applications.update(scope, id.toString(), change, Optional.empty());
        });
    }
}

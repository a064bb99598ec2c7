package io.breakwater.config.application;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.ConfigObjectRepository;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.search.ListPage;
import io.breakwater.config.search.ListQuery;
import io.breakwater.config.wire.Envelope;
import io.breakwater.config.wire.Refusal;
import io.breakwater.config.wire.Refusals;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Browser access, inspection and privileged remote access are not part of this product: no segment is of such a type, and a request
 * about one is answered so.
 */
@Singleton
public class ApplicationTypes {
    private static final Set<String> TYPES = Set.of("BROWSER_ACCESS", "INSPECT", "SECURE_REMOTE_ACCESS");

    private final ConfigObjectRepository<ApplicationEntity> applications =
            new ConfigObjectRepository<>(ApplicationEntity.class);
    private final NewObjects newObjects;

    ApplicationTypes(NewObjects newObjects) {
        this.newObjects = newObjects;
    }

    /** None. */
    Uni<Envelope<ObjectNode>> list(ObjectScope scope, String type, ListQuery query) {
        requireType(type);
        return Uni.createFrom()
                .item(new ListPage<ObjectNode>(
                                0, query.pageSize(newObjects.limits().pageSize()), List.of())
                        .envelope(List.of()));
    }

    /** Nothing to take from a segment that exists. */
    @WithSession
    public Uni<Void> delete(ObjectScope scope, String id, String type) {
        requireType(type);
        return applications.require(scope, id).replaceWithVoid();
    }

    /** Whether a create request would be taken, as far as that can be told without the database. */
    ObjectNode validate(ObjectScope scope, ObjectNode body) {
        ApplicationEntity application = newObjects.place(scope, new ApplicationEntity());
        application.tcpPorts = new String[0];
        application.udpPorts = new String[0];
        Refusals refusals = new Refusals();
        ApplicationShape.SHAPE.create(body, application, refusals);
        PortRanges.TCP.read(body, refusals).ifPresent(ports -> application.tcpPorts = ports);
        PortRanges.UDP.read(body, refusals).ifPresent(ports -> application.udpPorts = ports);
        ApplicationRules.check(application, refusals);
        ApplicationRules.checkRequest(application, body, newObjects.limits().domainsPerSegment(), refusals);
        refusals.throwIfAny();
        return JsonNodeFactory.instance.objectNode().put("id", "success").put("reason", "The application is valid.");
    }

    private static void requireType(String type) {
        if (type == null || !TYPES.contains(type)) {
            throw Refusal.invalid(
                    "applicationType",
                    "must be one of " + TYPES.stream().sorted().toList());
        }
    }
}

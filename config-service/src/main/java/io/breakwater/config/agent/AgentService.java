package io.breakwater.config.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.agentgroup.AgentGroup;
import io.breakwater.config.configobject.ConfigObjectRepository;
import io.breakwater.config.configobject.ConfigObjectService;
import io.breakwater.config.configobject.CustomerScope;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.search.Computed;
import io.breakwater.config.search.Criterion;
import io.breakwater.config.search.Where;
import io.breakwater.config.wire.Ids;
import io.breakwater.config.wire.Shape;
import io.breakwater.config.wire.WireTypes;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Agents of one kind as administrators see them.
 *
 * @param <E> the agent
 * @param <G> its group
 */
public abstract class AgentService<E extends AgentEntity, G extends AgentGroup> extends ConfigObjectService<E> {
    private final ConfigObjectRepository<G> groups;
    private static final int LONGEST_NAME = 255;

    private final String groupEntity;
    private final AgentKeys keys;
    private final ControlChannel channel;
    private final AgentViews agentViews;

    AgentService(Shape<E> shape, Class<E> type, Supplier<E> factory, Class<G> groupType, Shared shared) {
        super(shape, type, factory, shared.newObjects(), shared.writes());
        this.groups = new ConfigObjectRepository<>(groupType);
        this.groupEntity = groupType.getSimpleName();
        this.keys = factory.get().keys();
        this.channel = shared.channel();
        this.agentViews = shared.views();
    }

    /** What both kinds need. */
    record Shared(NewObjects newObjects, TenantWrites writes, ControlChannel channel, AgentViews views) {}

    /** Deletes those of the ids that exist. */
    @WithTransaction
    public Uni<Void> deleteAll(ObjectScope scope, Collection<String> ids) {
        Set<Long> known =
                ids.stream().flatMap(id -> Ids.parse(id).stream()).collect(Collectors.toCollection(LinkedHashSet::new));
        return objects()
                .findAll(scope.customerId(), known)
                .map(found -> found.stream().filter(agent -> isIn(scope, agent)).toList())
                .chain(found -> inTurn(scope, found));
    }

    /** Does what {@link #deleteAll} does, up to its refusals, and then takes all of it back. */
    @WithTransaction
    public Uni<Void> tryDeleteAll(ObjectScope scope, Collection<String> ids) {
        return takeBack(deleteAll(scope, ids));
    }

    /** Those of another microtenant exist as little as those that nobody has. */
    private boolean isIn(ObjectScope scope, E agent) {
        return scope instanceof CustomerScope || agent.microtenantId == scope.microtenantId();
    }

    /** The same by the service itself, which no request started. */
    @ActivateRequestContext
    @WithTransaction
    public Uni<Void> deleteSilent(ObjectScope scope, Collection<String> ids) {
        return deleteAll(scope, ids);
    }

    private Uni<Void> inTurn(ObjectScope scope, List<E> agents) {
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (E agent : agents) {
            chain = chain.chain(() -> delete(scope, agent.id.toString(), false, Optional.empty()));
        }
        return chain;
    }

    @Override
    protected ObjectNode lasting(ObjectNode view) {
        return AgentViews.lasting(view);
    }

    @Override
    protected Optional<Computed> computed(String field) {
        if (field.equals(keys.groupName())) {
            return Optional.of(new Computed(WireTypes.text(LONGEST_NAME), ofGroup("name")));
        }
        return switch (field) {
            case "location" -> Optional.of(new Computed(WireTypes.text(LONGEST_NAME), ofGroup("location")));
            case "applicationStartTime" -> Optional.of(new Computed(WireTypes.time(), "e.bootedAt"));
            case "enrollmentCertName" ->
                Optional.of(
                        new Computed(
                                WireTypes.text(LONGEST_NAME),
                                "(select c.name from CertificateEntity c where c.customerId = e.customerId and c.id = e.enrollmentCertId)"));
            default -> Optional.empty();
        };
    }

    private String ofGroup(String attribute) {
        return "(select g." + attribute + " from " + groupEntity
                + " g where g.customerId = e.customerId and g.id = e.groupId)";
    }

    @Override
    protected Optional<Where> condition(Criterion criterion, String parameter) {
        return channel.times().condition(criterion, parameter);
    }

    @Override
    protected Uni<Void> expand(ObjectScope scope, List<E> page, List<ObjectNode> views) {
        Set<Long> groupIds = page.stream().map(agent -> agent.groupId).collect(Collectors.toSet());
        return groups.findAll(scope.customerId(), groupIds).chain(found -> agentViews.complete(found, page, views));
    }
}

package io.breakwater.config.versionprofile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.customer.TenantWrite;
import io.breakwater.config.customer.TenantWrite.Action;
import io.breakwater.config.customer.TenantWrite.Change;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.search.ListQuery;
import io.breakwater.config.search.ViewList;
import io.breakwater.config.sql.SessionSql;
import io.breakwater.config.wire.Envelope;
import io.breakwater.config.wire.Ids;
import io.breakwater.config.wire.JsonBody;
import io.breakwater.config.wire.Refusal;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Version profiles of a tenant. The suite has one build, so a profile lists no versions of its own. */
@Singleton
public class VersionProfileService {
    private static final Set<String> SEARCHABLE = Set.of("id", "name", "description");
    private static final List<String> COUNTS = List.of(
            "numberOfAssistants",
            "numberOfCustomers",
            "numberOfPrivateBrokers",
            "numberOfSiteControllers",
            "numberOfUpdatedAssistants",
            "numberOfUpdatedPrivateBrokers",
            "numberOfUpdatedSiteControllers");
    private static final String KIND = "versionProfile";

    private final TenantWrites writes;

    VersionProfileService(TenantWrites writes) {
        this.writes = writes;
    }

    @WithSession
    public Uni<Envelope<ObjectNode>> list(String customerId, ListQuery query) {
        return chosen(TenantScope.tenant(customerId)).map(chosen -> {
            List<ObjectNode> views = Arrays.stream(VersionProfile.values())
                    .map(profile -> view(profile, customerId))
                    .toList();
            return ViewList.page(views, SEARCHABLE, query);
        });
    }

    @WithSession
    public Uni<ObjectNode> ofTenant(String customerId) {
        return chosen(TenantScope.tenant(customerId)).map(profile -> view(profile, customerId));
    }

    @WithSession
    public Uni<Void> touch(String customerId, String id, ObjectNode body) {
        VersionProfile profile = require(id);
        if (body.path("name").isTextual() && !body.path("name").asText().equalsIgnoreCase(profile.label())) {
            throw Refusal.invalid("name", "cannot be changed: the profiles are the same for everybody");
        }
        return chosen(TenantScope.tenant(customerId)).replaceWithVoid();
    }

    @WithTransaction
    public Uni<Void> choose(String customerId, String id, ObjectNode body) {
        VersionProfile profile = require(id);
        boolean everywhere = JsonBody.flag(body, "removeOverrideFlag").orElse(false);
        return writes.begin(TenantScope.tenant(customerId))
                .chain(write -> chosen(write.customerId())
                        .call(() -> update(
                                "customer", "version_profile_id = :profile where id = :customer", write, profile))
                        .call(() -> everywhere
                                ? follow(write, profile)
                                : Uni.createFrom().voidItem())
                        .chain(before -> write.announce(new Change(
                                Action.UPDATED,
                                KIND,
                                profile.id(),
                                profile.label(),
                                view(before, customerId),
                                view(profile, customerId)))));
    }

    private static Uni<Void> follow(TenantWrite write, VersionProfile profile) {
        return follow(write, profile, "app_connector_group", "appConnectorGroup")
                .chain(() -> follow(write, profile, "service_edge_group", "serviceEdgeGroup"));
    }

    private static Uni<Void> follow(TenantWrite write, VersionProfile profile, String table, String kind) {
        String set = "version_profile_id = :profile, override_version_profile = false where customer_id = :customer";
        String others = "select id, name, version_profile_id, override_version_profile from " + table
                + " where customer_id = $1 and (version_profile_id <> $2 or override_version_profile) order by id";
        return SessionSql.rows(others, write.customerId(), profile.id())
                .map(groups -> groups.stream()
                        .map(group -> new Change(
                                Action.UPDATED,
                                kind,
                                (Long) group[0],
                                (String) group[1],
                                choice((Long) group[2], (Boolean) group[3]),
                                choice(profile.id(), false)))
                        .toList())
                .call(() -> update(table, set, write, profile))
                .chain(write::announceAll);
    }

    private static ObjectNode choice(long profile, boolean overriding) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("versionProfileId", Long.toString(profile))
                .put("overrideVersionProfile", overriding);
    }

    private static Uni<Void> update(String table, String set, TenantWrite write, VersionProfile profile) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("update " + table + " set " + set)
                        .setParameter("profile", profile.id())
                        .setParameter("customer", write.customerId())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<VersionProfile> chosen(long customerId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select version_profile_id from customer where id = :customer", Long.class)
                        .setParameter("customer", customerId)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound(Long.toString(customerId)))
                .map(id -> VersionProfile.ofId(id).orElse(VersionProfile.DEFAULT));
    }

    private static VersionProfile require(String id) {
        return Ids.parse(id).flatMap(VersionProfile::ofId).orElseThrow(() -> Refusal.notFound(id));
    }

    private static ObjectNode view(VersionProfile profile, String customerId) {
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("id", Long.toString(profile.id()))
                .put("name", profile.label())
                .put("description", profile.description())
                .put("customerId", customerId)
                .put("visibilityScope", "ALL")
                .put("upgradePriority", "WEEK");
        view.putArray("versions");
        COUNTS.forEach(count -> view.put(count, "0"));
        return view;
    }
}

package io.breakwater.config.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.Association;
import io.breakwater.config.configobject.ConfigObjectRepository;
import io.breakwater.config.configobject.CustomerScope;
import io.breakwater.config.configobject.NarrowedScope;
import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.limits.Limits;
import io.breakwater.config.search.ListQuery;
import io.breakwater.config.search.SearchCompiler;
import io.breakwater.config.search.SearchParser;
import io.breakwater.config.segmentgroup.SegmentGroupEntity;
import io.breakwater.config.servergroup.ServerGroupEntity;
import io.breakwater.config.wire.Refusal;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What can be asked about application segments besides reading them. */
@Singleton
public class ApplicationReports {
    private static final int MOST_DOMAINS = 2_000;

    private final ConfigObjectRepository<ApplicationEntity> applications =
            new ConfigObjectRepository<>(ApplicationEntity.class);
    private final ConfigObjectRepository<SegmentGroupEntity> segmentGroups =
            new ConfigObjectRepository<>(SegmentGroupEntity.class);
    private final Association<ServerGroupEntity> serverGroups =
            new Association<>("application_server_group", "application_id", "server_group_id", ServerGroupEntity.class);
    private final Limits limits;
    private final Clock clock;

    ApplicationReports(Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** How many domain names the tenant has segments for, and how many segments it may have. */
    @WithSession
    public Uni<ObjectNode> currentAndMaxLimit(ObjectScope scope) {
        return applications
                .count(CustomerScope.of(scope))
                .map(count -> JsonNodeFactory.instance
                        .objectNode()
                        .put("currentAppsCount", Long.toString(count))
                        .put("maxAppsLimit", Integer.toString(limits.of(ApplicationShape.SHAPE.kind()))));
    }

    /** How many segments there are now: a list of one, as ZPA has it. */
    @WithSession
    public Uni<ArrayNode> configured(ObjectScope scope) {
        return applications.count(scope).map(count -> {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            list.addObject()
                    .put("appsConfigured", Long.toString(count))
                    .put(
                            "configuredDateInEpochSeconds",
                            Long.toString(clock.instant().getEpochSecond()));
            return list;
        });
    }

    /** What a segment is connected to. */
    @WithSession
    public Uni<ArrayNode> mappings(ObjectScope scope, String id) {
        return applications
                .require(new SharedScope(scope), id)
                .chain(application -> segmentGroups
                        .findAll(application.customerId, List.of(application.segmentGroupId))
                        .chain(groups -> serverGroups.of(application).map(used -> mappings(groups, used))));
    }

    private static ArrayNode mappings(List<SegmentGroupEntity> groups, List<ServerGroupEntity> used) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        groups.forEach(group -> list.addObject().put("name", group.name).put("type", "SEGMENT_GROUP"));
        used.forEach(group -> list.addObject().put("name", group.name).put("type", "SERVER_GROUP"));
        return list;
    }

    /** Which segments keep these domain names from being matched by several: those with settings that INCLUSIVE forbids. */
    @WithSession
    public Uni<ArrayNode> multimatchUnsupported(ObjectScope scope, JsonNode domains) {
        Set<String> wanted = domains(domains);
        return applications.all(scope).map(all -> {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            all.stream()
                    .filter(application ->
                            Arrays.stream(application.domainNames).anyMatch(wanted::contains))
                    .filter(application -> !ApplicationRules.allowInclusive(application))
                    .forEach(application -> describe(application, list.addObject()));
            return list;
        });
    }

    private static void describe(ApplicationEntity application, ObjectNode view) {
        view.put("id", application.id.toString())
                .put("appSegmentName", application.name)
                .put("matchStyle", application.matchStyle);
        ArrayNode domains = view.putArray("domains");
        Arrays.stream(application.domainNames).sorted().forEach(domains::add);
    }

    /** The segments that the search finds, as comma-separated values (RFC 4180). */
    @WithSession
    public Uni<String> export(ObjectScope scope, ListQuery query) {
        ObjectScope found = new NarrowedScope(
                scope,
                SearchCompiler.compile(ApplicationShape.SHAPE, SearchParser.parse(query.search()), scope.where()));
        return applications.all(found).map(SegmentCsv::of);
    }

    private static Set<String> domains(JsonNode body) {
        if (!body.isArray() || body.size() > MOST_DOMAINS) {
            throw Refusal.invalid("domains", "must be a list of at most " + MOST_DOMAINS + " domain names");
        }
        Set<String> domains = new LinkedHashSet<>();
        body.forEach(domain -> domains.add(domain.asText().toLowerCase(Locale.ROOT)));
        return domains;
    }
}

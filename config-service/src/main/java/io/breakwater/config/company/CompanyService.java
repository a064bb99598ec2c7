package io.breakwater.config.company;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.customer.AuthDomains;
import io.breakwater.config.customer.TenantWrite.Action;
import io.breakwater.config.customer.TenantWrite.Change;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.search.ListQuery;
import io.breakwater.config.search.ViewList;
import io.breakwater.config.wire.Envelope;
import io.breakwater.config.wire.HostNames;
import io.breakwater.config.wire.JsonBody;
import io.breakwater.config.wire.Refusal;
import io.breakwater.config.wire.ValueRefused;
import io.breakwater.config.wire.WireType;
import io.breakwater.config.wire.WireTypes;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Facts and switches of a customer. */
@Singleton
public class CompanyService {
    private static final WireType<String> NAME = WireTypes.name(255);
    private static final String SUFFIXES = "SEARCH_SUFFIX";
    private static final String SSO_ONLY = "ssologinonly";
    private static final int MOST_DOMAINS = 500;
    private static final String DR_TOOL_ID = "1";

    private final AuthDomains authDomains;
    private final CompanyRows rows;
    private final TenantWrites writes;
    private final String version;

    CompanyService(
            AuthDomains authDomains,
            CompanyRows rows,
            TenantWrites writes,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.authDomains = authDomains;
        this.rows = rows;
        this.writes = writes;
        this.version = version;
    }

    @WithSession
    public Uni<ObjectNode> authDomains(String customerId) {
        return authDomains.of(TenantScope.tenant(customerId)).map(domains -> {
            ObjectNode view = object();
            domains.forEach(view.putArray("authDomains")::add);
            return view;
        });
    }

    @WithSession
    public Uni<ObjectNode> ssoLoginOptions(String customerId) {
        return rows.ssoLoginOnly(TenantScope.tenant(customerId)).map(only -> object().put(SSO_ONLY, only));
    }

    @WithTransaction
    public Uni<Void> putSsoLoginOptions(String customerId, ObjectNode body) {
        boolean only = JsonBody.flag(body, SSO_ONLY)
                .orElseThrow(() -> Refusal.invalid(SSO_ONLY, "is required: true or false"));
        return writes.begin(TenantScope.tenant(customerId))
                .chain(write -> rows.ssoLoginOnly(write.customerId())
                        .call(() -> rows.putSsoLoginOnly(write.customerId(), only))
                        .chain(before -> write.audit(new Change(
                                Action.UPDATED,
                                "ssoLoginOptions",
                                write.customerId(),
                                null,
                                object().put(SSO_ONLY, before),
                                object().put(SSO_ONLY, only)))));
    }

    @WithSession
    public Uni<ArrayNode> domains(String customerId, String type) {
        requireSuffixes(type);
        return rows.searchSuffixes(TenantScope.tenant(customerId));
    }

    @WithTransaction
    public Uni<Void> putDomains(String customerId, String type, JsonNode body) {
        requireSuffixes(type);
        ArrayNode domains = checked(body);
        return writes.begin(TenantScope.tenant(customerId))
                .chain(write -> rows.searchSuffixes(write.customerId())
                        .call(() -> rows.putSearchSuffixes(write.customerId(), domains))
                        .chain(before -> write.audit(new Change(
                                Action.UPDATED, "searchSuffix", write.customerId(), null, before, domains))));
    }

    /** The tool that makes activation records: ours, of this version. */
    @WithSession
    public Uni<Envelope<ObjectNode>> drToolVersions(String customerId, ListQuery query) {
        return authDomains.of(TenantScope.tenant(customerId)).map(known -> {
            ObjectNode tool = object().put("id", DR_TOOL_ID)
                    .put("customerId", customerId)
                    .put("latest", true)
                    .put("name", "drctl")
                    .put("platform", "java")
                    .put("version", version);
            return ViewList.page(List.of(tool), Set.of("id", "name", "platform", "version"), query);
        });
    }

    private static void requireSuffixes(String type) {
        if (!SUFFIXES.equals(type)) {
            throw Refusal.notFound(type);
        }
    }

    private static ArrayNode checked(JsonNode body) {
        if (!body.isArray() || body.size() > MOST_DOMAINS) {
            throw Refusal.invalid("domains", "must be a list of at most " + MOST_DOMAINS);
        }
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        for (JsonNode entry : body) {
            String domain = HostNames.plain(entry.path("domain").asText(""));
            if (!HostNames.isDomainName(domain)) {
                throw Refusal.invalid("domain", "must be a domain name");
            }
            kept.addObject()
                    .put("domain", domain)
                    .put("capture", entry.path("capture").asBoolean())
                    .put("name", name(entry, domain));
        }
        return kept;
    }

    private static String name(JsonNode entry, String absent) {
        JsonNode name = entry.path("name");
        if (name.isMissingNode() || name.isNull()) {
            return absent;
        }
        try {
            return NAME.read(name);
        } catch (ValueRefused e) {
            throw Refusal.invalid("name", e.getMessage());
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}

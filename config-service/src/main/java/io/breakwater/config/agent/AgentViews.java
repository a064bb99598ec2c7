package io.breakwater.config.agent;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.agentgroup.AgentGroup;
import io.breakwater.config.certificate.CertificateEntity;
import io.breakwater.config.configobject.ConfigObjectRepository;
import io.breakwater.config.wire.Shape;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Agents as administrators see them, by themselves and in their groups. Works in the caller's session. */
@Singleton
public class AgentViews {
    private static final String UP_TO_DATE = "COMPLETE";
    private static final long MICROS_OF_A_SECOND = 1_000_000;

    /** What a client finds in the agent's version too, where ZPA keeps the agent's own report. */
    private static final List<String> IN_VERSION = List.of(
            "id", "currentVersion", "expectedVersion", "platform", "publicIp", "upgradeStatus", "upgradeAttempt");

    private static final List<String> VOLATILE = List.of(
            ContactTimes.STATUS,
            ContactTimes.SINCE_CONNECT,
            ContactTimes.SINCE_DISCONNECT,
            "lastBrokerConnectTime",
            "lastBrokerDisconnectTime",
            "applicationStartTime",
            "publicIp",
            "assistantVersion",
            "privateBrokerVersion");

    private final ConfigObjectRepository<CertificateEntity> certificates =
            new ConfigObjectRepository<>(CertificateEntity.class);
    private final ControlChannel channel;

    AgentViews(ControlChannel channel) {
        this.channel = channel;
    }

    /** How long ago an agent was in touch changes without anybody's doing. */
    static ObjectNode lasting(ObjectNode agent) {
        return agent.deepCopy().without(VOLATILE);
    }

    /** A group's view with its agents as {@link #lasting(ObjectNode)}. @param members the key of its agents */
    public static ObjectNode lasting(ObjectNode group, String members) {
        ObjectNode lasting = group.deepCopy();
        lasting.path(members).forEach(agent -> ((ObjectNode) agent).remove(VOLATILE));
        return lasting;
    }

    /** By the ids of the groups; a group without agents is not in it. */
    public <E extends AgentEntity> Uni<Map<Long, List<ObjectNode>>> byGroup(
            Shape<E> shape, Collection<? extends AgentGroup> groups, List<E> agents) {
        List<ObjectNode> views = agents.stream().map(shape::write).toList();
        return complete(groups, agents, views).map(done -> {
            Map<ObjectNode, Long> group = new IdentityHashMap<>();
            for (int i = 0; i < agents.size(); i++) {
                group.put(views.get(i), agents.get(i).groupId);
            }
            return views.stream().collect(Collectors.groupingBy(group::get));
        });
    }

    /** Adds what other tables and the clock say of them. @param views in order of the agents */
    Uni<Void> complete(
            Collection<? extends AgentGroup> groups, List<? extends AgentEntity> agents, List<ObjectNode> views) {
        if (agents.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<Long> issuers = agents.stream().map(agent -> agent.enrollmentCertId).collect(Collectors.toSet());
        Map<Long, AgentGroup> byId = groups.stream().collect(Collectors.toMap(group -> group.id, group -> group));
        return certificates
                .findAll(agents.get(0).customerId, issuers)
                .map(found -> found.stream().collect(Collectors.toMap(issuer -> issuer.id, issuer -> issuer.name)))
                .invoke(names -> {
                    for (int i = 0; i < agents.size(); i++) {
                        AgentEntity agent = agents.get(i);
                        describe(agent, byId.get(agent.groupId), names.get(agent.enrollmentCertId), views.get(i));
                    }
                })
                .replaceWithVoid();
    }

    private void describe(AgentEntity agent, AgentGroup group, String issuer, ObjectNode view) {
        channel.describe(agent, view);
        // deleted meanwhile, with its last agent
        if (group != null) {
            view.put(agent.keys().groupName(), group.name)
                    .put("latitude", group.latitude.toPlainString())
                    .put("longitude", group.longitude.toPlainString())
                    .put("location", group.location);
        }
        view.put("upgradeStatus", UP_TO_DATE)
                .put("upgradeAttempt", "0")
                .set(
                        "enrollmentCert",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("id", agent.enrollmentCertId.toString())
                                .put("name", issuer));
        if (agent.bootedAt != null) {
            view.put("applicationStartTime", seconds(agent.bootedAt));
        }
        view.set(agent.keys().version(), version(agent, view));
    }

    /** The agent's own report, as ZPA has it beside the agent. */
    private static ObjectNode version(AgentEntity agent, ObjectNode view) {
        ObjectNode version = JsonNodeFactory.instance.objectNode();
        IN_VERSION.stream().filter(view::has).forEach(key -> version.set(key, view.get(key)));
        version.put(agent.keys().groupId(), agent.groupId.toString())
                .put("ctrlChannelStatus", view.path(ContactTimes.STATUS).asText())
                .put("loneWarrior", false)
                .put("upgradeNowOnce", false)
                .put("creationTime", seconds(agent.creationTime))
                .put("modifiedTime", seconds(agent.modifiedTime));
        if (agent.bootedAt != null) {
            version.put("systemStartTime", seconds(agent.bootedAt))
                    .put("applicationStartTime", seconds(agent.bootedAt));
        }
        if (agent.lastConnectTime != null) {
            long micros = agent.lastConnectTime.getEpochSecond() * MICROS_OF_A_SECOND
                    + agent.lastConnectTime.getNano() / 1000;
            version.put("lastConnectTime", Long.toString(micros));
        }
        return version;
    }

    private static String seconds(Instant time) {
        return Long.toString(time.getEpochSecond());
    }
}

package io.breakwater.contracts.event;

import java.util.Optional;

/**
 * The event types that this version of the suite knows: wire name (with its version), topic, payload, and who may say it. A topic has
 * one producer, so that also what is no known type there is known to come from it.
 */
public enum EventType {
    DR_SETTINGS("io.breakwater.config.dr-settings.v1", Topics.DR_SETTINGS, DrSettings.class, Producer.CONFIG_SERVICE),
    CONFIG_CHANGED(
            "io.breakwater.config.changed.v1", Topics.CONFIG_CHANGED, ConfigChanged.class, Producer.CONFIG_SERVICE),
    DR_OBSERVED("io.breakwater.dr.observed.v1", Topics.DR_OBSERVED, DrObserved.class, Producer.DNS_WATCHER),
    DR_STATE("io.breakwater.dr.state.v1", Topics.DR_STATE, DrStateChanged.class, Producer.DR_CONTROLLER),
    SNAPSHOT_PUBLISHED(
            "io.breakwater.snapshot.published.v1",
            Topics.SNAPSHOT_PUBLISHED,
            SnapshotPublished.class,
            Producer.SNAPSHOT_SERVICE),
    AGENT_STATUS("io.breakwater.agent.status.v1", Topics.AGENT_STATUS, AgentStatus.class, Producer.AGENT);

    private final String wireName;
    private final String topic;
    private final Class<?> payload;
    private final Producer producer;

    EventType(String wireName, String topic, Class<?> payload, Producer producer) {
        this.wireName = wireName;
        this.topic = topic;
        this.payload = payload;
        this.producer = producer;
    }

    /** The CloudEvents {@code type}, for example {@code io.breakwater.dr.observed.v1}. */
    public String wireName() {
        return wireName;
    }

    public String topic() {
        return topic;
    }

    public Class<?> payload() {
        return payload;
    }

    /** The only one that may say it. */
    public Producer producer() {
        return producer;
    }

    /** The only one that may speak on that topic, or empty when it is no topic of events. */
    public static Optional<Producer> producerOn(String topic) {
        for (EventType type : values()) {
            if (type.topic.equals(topic)) {
                return Optional.of(type.producer);
            }
        }
        return Optional.empty();
    }

    /** The type of that wire name, or empty when it is of a later version of the suite. */
    public static Optional<EventType> ofWireName(String wireName) {
        for (EventType type : values()) {
            if (type.wireName.equals(wireName)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The type that carries that payload. */
    public static EventType ofPayload(Class<?> payload) {
        for (EventType type : values()) {
            if (type.payload.equals(payload)) {
                return type;
            }
        }
        throw new IllegalArgumentException(payload + " is not the payload of an event type");
    }
}

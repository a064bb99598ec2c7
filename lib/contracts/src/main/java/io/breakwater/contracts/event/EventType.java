package io.breakwater.contracts.event;

import java.util.Optional;

/** The event types that this version of the suite knows: wire name (with its version), topic and payload. */
public enum EventType {
    DR_SETTINGS("io.breakwater.config.dr-settings.v1", Topics.DR_SETTINGS, DrSettings.class),
    CONFIG_CHANGED("io.breakwater.config.changed.v1", Topics.CONFIG_CHANGED, ConfigChanged.class),
    DR_OBSERVED("io.breakwater.dr.observed.v1", Topics.DR_OBSERVED, DrObserved.class),
    DR_STATE("io.breakwater.dr.state.v1", Topics.DR_STATE, DrStateChanged.class),
    SNAPSHOT_PUBLISHED("io.breakwater.snapshot.published.v1", Topics.SNAPSHOT_PUBLISHED, SnapshotPublished.class),
    AGENT_STATUS("io.breakwater.agent.status.v1", Topics.AGENT_STATUS, AgentStatus.class);

    private final String wireName;
    private final String topic;
    private final Class<?> payload;

    EventType(String wireName, String topic, Class<?> payload) {
        this.wireName = wireName;
        this.topic = topic;
        this.payload = payload;
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

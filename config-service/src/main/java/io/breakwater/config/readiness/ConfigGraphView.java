package io.breakwater.config.readiness;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What an object is connected to.
 *
 * @param nodes the object itself first
 * @param edges from the side of the segments to the side of the connectors
 */
public record ConfigGraphView(List<NodeView> nodes, List<EdgeView> edges) {
    /**
     * An object.
     *
     * @param kind in ZPA's words
     * @param incomplete whether it cannot do its work as it is configured
     * @param reason why, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NodeView(
            String kind,
            String id,
            String name,
            boolean enabled,
            boolean useInDrMode,
            boolean incomplete,
            String reason) {}

    /** A connection, by the ids of its ends. */
    public record EdgeView(String from, String to) {}
}

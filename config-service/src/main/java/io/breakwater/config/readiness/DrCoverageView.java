package io.breakwater.config.readiness;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What each DR segment of a tenant lacks to be served in disaster recovery.
 *
 * @param domain the DR domain, or null
 * @param domainAddresses its A and AAAA records; null when they could not be looked up or there is no domain
 * @param agentsKnown whether dr-controller told which agents cannot look the DR domain up themselves
 * @param complete whether no segment lacks anything
 */
public record DrCoverageView(
        String customerId,
        @Schema(nullable = true) String domain,
        @Schema(nullable = true) List<String> domainAddresses,
        boolean agentsKnown,
        boolean complete,
        List<SegmentView> segments) {

    /** A segment that is designated for DR. */
    public record SegmentView(String id, String name, boolean complete, List<GapView> gaps) {}

    /**
     * Something that is missing.
     *
     * @param kind of the object that it is missing from, in ZPA's words; with its id and name, unless it is about the tenant
     * @param fix what to do
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GapView(Code code, String kind, String id, String name, String fix) {}

    /** What can be missing. */
    public enum Code {
        NO_SERVER_GROUP,
        NO_DR_CONNECTOR_GROUP,
        NO_CONNECTOR,
        NO_DR_EDGE_GROUP,
        NO_EDGE,
        EDGE_WITHOUT_PUBLIC_ADDRESS,
        ADDRESS_NOT_IN_DR_DOMAIN,
        DOMAIN_NOT_SET,
        DOMAIN_NOT_LOOKED_UP,
        AGENT_CANNOT_LOOK_UP
    }
}

package io.breakwater.config.limits;

import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/** Refuses an object beyond its kind's limit. Immutable. */
@Singleton
public class Limits {
    private final Map<String, Integer> byKind = new HashMap<>();
    private final int domainsPerSegment;
    private final int pageSize;
    private final long segmentBytes;

    Limits(LimitsConfig config) {
        domainsPerSegment = config.domainsPerSegment();
        pageSize = config.pageSize();
        segmentBytes = config.segmentBytes().asLongValue();
        byKind.put("connector", config.connectors());
        byKind.put("appConnectorGroup", config.connectorGroups());
        byKind.put("CONNECTOR_GRP", config.connectorProvisioningKeys());
        byKind.put("serviceEdge", config.serviceEdges());
        byKind.put("serviceEdgeGroup", config.serviceEdgeGroups());
        byKind.put("SERVICE_EDGE_GRP", config.serviceEdgeProvisioningKeys());
        byKind.put("application", config.applicationSegments());
        byKind.put("segmentGroup", config.segmentGroups());
        byKind.put("server", config.servers());
        byKind.put("serverGroup", config.serverGroups());
        byKind.put("enrollmentCert", config.enrollmentCertificates());
        byKind.put("microtenant", config.microtenants());
        byKind.put("administrator", config.administrators());
        byKind.put("role", config.roles());
        byKind.put("apiKey", config.apiKeys());
        byKind.put("network", config.trustedNetworks());
        byKind.put("configOverride", config.configOverrides());
        // There is one or none
        byKind.put("businessContinuitySettings", 1);
    }

    /** Most domain names that one application segment may have. */
    public int domainsPerSegment() {
        return domainsPerSegment;
    }

    /** Refuses when the domain names and ports of a tenant's segments have more octets together. */
    public void requireRoomForSegments(long octets) {
        if (octets > segmentBytes) {
            throw new ProblemException(
                    Problem.LIMIT_REACHED,
                    "The domain names and ports of a customer's application segments have at most " + segmentBytes
                            + " octets together; use wildcards or ranges, or have the limit raised.");
        }
    }

    /** Most entries of one page of a list. */
    public int pageSize() {
        return pageSize;
    }

    /** @throws IllegalArgumentException for a kind without a limit: there must be none */
    public int of(String kind) {
        Integer most = byKind.get(kind);
        if (most == null) {
            throw new IllegalArgumentException("no limit is set for " + kind);
        }
        return most;
    }

    /** Refuses one more when there are that many. */
    public void requireRoom(String kind, long there) {
        if (there >= of(kind)) {
            throw new ProblemException(
                    Problem.LIMIT_REACHED,
                    "A customer has at most " + of(kind) + " objects of the kind " + kind
                            + "; delete one that is not used, or have the limit raised.");
        }
    }
}

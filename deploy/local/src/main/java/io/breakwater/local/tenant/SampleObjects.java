package io.breakwater.local.tenant;

import java.util.List;
import java.util.Map;

/** The bodies of the sample configuration. */
final class SampleObjects {
    private SampleObjects() {}

    static Map<String, Object> connectorGroup(boolean dr) {
        return Map.of(
                "name", dr ? "Frankfurt (DR)" : "Dublin",
                "enabled", true,
                "latitude", dr ? "50.1109" : "53.3498",
                "longitude", dr ? "8.6821" : "-6.2603",
                "location", dr ? "Frankfurt, Germany" : "Dublin, Ireland",
                "countryCode", dr ? "DE" : "IE",
                "useInDrMode", dr);
    }

    static Map<String, Object> edgeGroup() {
        return Map.of(
                "name", "Frankfurt edges (DR)",
                "enabled", true,
                "latitude", "50.1109",
                "longitude", "8.6821",
                "location", "Frankfurt, Germany",
                "countryCode", "DE",
                "isPublic", "TRUE",
                "useInDrMode", true);
    }

    static Map<String, Object> segmentGroup() {
        return Map.of("name", "Company applications", "enabled", true);
    }

    static Map<String, Object> server(boolean dr) {
        return Map.of(
                "name", dr ? "Patient records server" : "Canteen menu server",
                "address", dr ? "10.1.0.10" : "10.2.0.10",
                "enabled", true);
    }

    static Map<String, Object> serverGroup(boolean dr, String server, String connectorGroup) {
        return Map.of(
                "name",
                dr ? "Patient records servers" : "Canteen menu servers",
                "enabled",
                true,
                "dynamicDiscovery",
                false,
                "servers",
                List.of(Map.of("id", server)),
                "appConnectorGroups",
                List.of(Map.of("id", connectorGroup)));
    }

    static Map<String, Object> application(boolean dr, String segmentGroup, String serverGroup) {
        return Map.of(
                "name",
                dr ? "Patient records" : "Canteen menu",
                "enabled",
                true,
                "domainNames",
                List.of(dr ? "records.example.com" : "canteen.example.com"),
                "segmentGroupId",
                segmentGroup,
                "serverGroups",
                List.of(Map.of("id", serverGroup)),
                "tcpPortRange",
                List.of(Map.of("from", "443", "to", "443")),
                "useInDrMode",
                dr);
    }

    static Map<String, Object> drSettings(String domain) {
        return Map.of(
                "domain",
                domain,
                "maxAuthenticationAge",
                "P14D",
                "replay",
                "strict",
                "absence",
                "keep",
                "compatSignedText",
                true,
                "lookup",
                Map.of("mode", "authoritative", "servers", List.of()));
    }
}

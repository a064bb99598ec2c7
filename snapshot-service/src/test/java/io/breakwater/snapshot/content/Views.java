package io.breakwater.snapshot.content;

import io.breakwater.contracts.config.ApplicationSegmentConf;
import io.breakwater.contracts.config.ApplicationSegmentConf.PortRange;
import io.breakwater.contracts.config.DrView;
import io.breakwater.contracts.config.GroupConf;
import io.breakwater.contracts.config.SegmentGroupConf;
import io.breakwater.contracts.config.ServerConf;
import io.breakwater.contracts.config.ServerGroupConf;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.DrSettings.DnsLookup;
import io.breakwater.contracts.event.DrSettings.DrPublicKey;
import io.breakwater.testsupport.records.SigningKey;
import java.util.List;

/**
 * Views of a small tenant: a DR connector group (…1), an ordinary one (…2), a DR edge group (…3); the segment "crm" is served by both
 * connector groups, "wiki" by the ordinary one only.
 */
public final class Views {
    public static final String DOMAIN = "dr.example.com";

    /** The one key that may sign the tenants' records. */
    public static final SigningKey KEY = SigningKey.generate();

    private Views() {}

    public static DrView of(String customerId, long revision) {
        return of(customerId, revision, "crm");
    }

    /** @param segmentName name of the segment that the DR connector group serves */
    public static DrView of(String customerId, long revision, String segmentName) {
        return new DrView(
                customerId,
                "Example",
                revision,
                settings(customerId, revision),
                null,
                List.of(
                        group(connectorGroup(customerId), "DR connectors", true),
                        group(ordinaryGroup(customerId), "Connectors", false)),
                List.of(group(edgeGroup(customerId), "DR edges", true)),
                List.of(new SegmentGroupConf("201", "Apps", true), new SegmentGroupConf("202", "Other", true)),
                List.of(
                        new ServerConf("301", "crm-1", "10.0.0.1", true),
                        new ServerConf("302", "wiki-1", "10.0.0.2", true)),
                List.of(
                        new ServerGroupConf(
                                "401",
                                "crm servers",
                                true,
                                false,
                                List.of(connectorGroup(customerId), ordinaryGroup(customerId)),
                                List.of("301")),
                        new ServerGroupConf(
                                "402",
                                "wiki servers",
                                true,
                                false,
                                List.of(ordinaryGroup(customerId)),
                                List.of("302"))),
                List.of(
                        segment("501", segmentName, true, "201", List.of("401")),
                        segment("502", "wiki", false, "202", List.of("402"))));
    }

    /** A view whose segment names a server group that is not there. */
    public static DrView notClosed(String customerId, long revision) {
        DrView view = of(customerId, revision);
        return with(view, List.of(segment("501", "crm", true, "201", List.of("499"))));
    }

    public static DrView with(DrView view, List<ApplicationSegmentConf> segments) {
        return new DrView(
                view.customerId(),
                view.customerName(),
                view.revision(),
                view.drSettings(),
                view.replay(),
                view.appConnectorGroups(),
                view.serviceEdgeGroups(),
                view.segmentGroups(),
                view.servers(),
                view.serverGroups(),
                segments);
    }

    public static String connectorGroup(String customerId) {
        return customerId + "1";
    }

    public static String ordinaryGroup(String customerId) {
        return customerId + "2";
    }

    public static String edgeGroup(String customerId) {
        return customerId + "3";
    }

    public static ApplicationSegmentConf segment(
            String id, String name, boolean dr, String segmentGroupId, List<String> serverGroupIds) {
        return new ApplicationSegmentConf(
                id,
                name,
                true,
                dr,
                List.of(name + ".example.com"),
                List.of(new PortRange(443, 443), new PortRange(80, 80)),
                List.of(),
                segmentGroupId,
                serverGroupIds,
                false,
                "NEVER",
                "ON_ACCESS",
                "0");
    }

    private static GroupConf group(String id, String name, boolean dr) {
        return new GroupConf(id, name, true, dr, "IPV4", "0", "0");
    }

    private static DrSettings settings(String customerId, long revision) {
        return new DrSettings(
                customerId,
                revision,
                DOMAIN,
                List.of(new DrPublicKey("601", KEY.fingerprint(), KEY.publicPem())),
                1_209_600,
                "strict",
                "keep",
                false,
                new DnsLookup("authoritative", List.of()));
    }
}

package io.breakwater.snapshot.content;

import io.breakwater.contracts.config.ApplicationSegmentConf;
import io.breakwater.contracts.config.ApplicationSegmentConf.PortRange;
import io.breakwater.contracts.config.DrView;
import io.breakwater.contracts.config.GroupConf;
import io.breakwater.contracts.config.SegmentGroupConf;
import io.breakwater.contracts.config.ServerConf;
import io.breakwater.contracts.config.ServerGroupConf;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Views of a tenant with the Default microtenant and a second one. Each has a DR connector group, a DR edge group and two segments of which the second
 * is shared with the other microtenant; names and ids of the second microtenant's objects begin with its id.
 */
public final class MicrotenantViews {
    public static final String DEFAULT = "0";
    public static final String SECOND = "88";

    private MicrotenantViews() {}

    public static DrView of(String customerId, long revision) {
        return new DrView(
                customerId,
                "Example",
                revision,
                Views.of(customerId, revision).drSettings(),
                null,
                both(id -> group(connectorGroup(customerId, id), id)),
                both(id -> group(edgeGroup(customerId, id), id)),
                both(
                        id -> new SegmentGroupConf(id + "20", name(id, "own apps"), true, id),
                        id -> new SegmentGroupConf(id + "21", name(id, "shared apps"), true, id)),
                both(id -> new ServerConf(id + "30", name(id, "server"), "10.0.0." + id, true, id)),
                both(id -> new ServerGroupConf(
                        id + "40",
                        name(id, "servers"),
                        true,
                        false,
                        List.of(connectorGroup(customerId, id)),
                        List.of(id + "30"),
                        id)),
                both(
                        id -> segment(id + "50", name(id, "own"), id + "20", id, List.of()),
                        id -> segment(id + "51", name(id, "shared"), id + "21", id, List.of(other(id), "77"))));
    }

    public static String connectorGroup(String customerId, String microtenantId) {
        return customerId + microtenantId + "1";
    }

    public static String edgeGroup(String customerId, String microtenantId) {
        return customerId + microtenantId + "3";
    }

    public static String other(String microtenantId) {
        return microtenantId.equals(SECOND) ? DEFAULT : SECOND;
    }

    /** The view with that server group instead of the Default microtenant's. */
    static DrView with(DrView view, ServerGroupConf group) {
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
                Stream.concat(
                                Stream.of(group),
                                view.serverGroups().stream()
                                        .filter(old -> !old.id().equals(group.id())))
                        .toList(),
                view.applicationSegments());
    }

    static ApplicationSegmentConf segment(
            String id, String name, String segmentGroupId, String microtenantId, List<String> sharedWith) {
        return new ApplicationSegmentConf(
                id,
                name,
                true,
                true,
                List.of(name.replace(' ', '-') + ".example.com"),
                List.of(new PortRange(443, 443)),
                List.of(),
                segmentGroupId,
                List.of(microtenantId + "40"),
                false,
                "NEVER",
                "ON_ACCESS",
                microtenantId,
                sharedWith);
    }

    private static String name(String microtenantId, String rest) {
        return "m" + microtenantId + " " + rest;
    }

    private static GroupConf group(String id, String microtenantId) {
        return new GroupConf(id, name(microtenantId, "group"), true, true, "IPV4", "0", microtenantId);
    }

    private static <T> List<T> both(Function<String, T> maker) {
        return Stream.of(SECOND, DEFAULT).map(maker).toList();
    }

    private static <T> List<T> both(Function<String, T> one, Function<String, T> another) {
        return Stream.concat(both(one).stream(), both(another).stream()).toList();
    }
}

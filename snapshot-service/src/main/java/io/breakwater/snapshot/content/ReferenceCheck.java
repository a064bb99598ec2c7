package io.breakwater.snapshot.content;

import io.breakwater.contracts.config.ApplicationSegmentConf;
import io.breakwater.contracts.config.DrView;
import io.breakwater.contracts.config.GroupConf;
import io.breakwater.contracts.config.SegmentGroupConf;
import io.breakwater.contracts.config.ServerConf;
import io.breakwater.contracts.config.ServerGroupConf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Whether a view is closed: every id that stands in it is in it, no id twice, and no object names one of another microtenant. An agent
 * cannot look a missing object up during a disaster, so that a view that is not closed never becomes a snapshot (I6); what another
 * microtenant's object would be in, it may not see (I8). One check per view, for one thread.
 */
public final class ReferenceCheck {
    private static final int MOST_FINDINGS = 1_000;

    private final List<String> findings = new ArrayList<>();

    private ReferenceCheck() {}

    /** What is wrong with the view, for people, in a stable order; empty: it is closed. */
    public static List<String> findings(DrView view) {
        ReferenceCheck check = new ReferenceCheck();
        check.run(view);
        return List.copyOf(check.findings);
    }

    /** A large view that names nothing right must not become as many findings: the first ones say enough. */
    private void found(String finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }

    private void run(DrView view) {
        Owners connectorGroups =
                owners("App Connector group", view.appConnectorGroups(), GroupConf::id, GroupConf::microtenantId);
        owners("service edge group", view.serviceEdgeGroups(), GroupConf::id, GroupConf::microtenantId);
        Owners segmentGroups =
                owners("segment group", view.segmentGroups(), SegmentGroupConf::id, SegmentGroupConf::microtenantId);
        Owners servers = owners("server", view.servers(), ServerConf::id, ServerConf::microtenantId);
        Owners serverGroups =
                owners("server group", view.serverGroups(), ServerGroupConf::id, ServerGroupConf::microtenantId);
        owners(
                "application segment",
                view.applicationSegments(),
                ApplicationSegmentConf::id,
                ApplicationSegmentConf::microtenantId);

        for (ServerGroupConf group : view.serverGroups()) {
            String where = "server group " + group.id();
            all(where, group.microtenantId(), group.appConnectorGroupIds(), connectorGroups);
            all(where, group.microtenantId(), group.serverIds(), servers);
        }
        for (ApplicationSegmentConf segment : view.applicationSegments()) {
            String where = "application segment " + segment.id();
            all(where, segment.microtenantId(), segment.serverGroupIds(), serverGroups);
            if (segment.segmentGroupId() != null) {
                all(where, segment.microtenantId(), List.of(segment.segmentGroupId()), segmentGroups);
            }
        }
    }

    private <T> Owners owners(String kind, List<T> objects, Function<T, String> id, Function<T, String> microtenantId) {
        Map<String, String> seen = new HashMap<>();
        for (T object : objects) {
            String value = id.apply(object);
            if (value == null) {
                found("a " + kind + " has no id");
            } else if (seen.put(value, microtenantId.apply(object)) != null) {
                found(kind + " " + value + " is there twice");
            }
        }
        return new Owners(kind, seen);
    }

    private void all(String where, String microtenantId, List<String> ids, Owners known) {
        for (String id : ids) {
            String owner = known.byId().get(id);
            if (owner == null) {
                found(where + " names " + known.kind() + " " + id + ", which is not there");
            } else if (!owner.equals(microtenantId)) {
                found(where + " names " + known.kind() + " " + id + ", which belongs to another microtenant");
            }
        }
    }

    /** The objects of a kind: id to the microtenant that it belongs to. */
    private record Owners(String kind, Map<String, String> byId) {}
}

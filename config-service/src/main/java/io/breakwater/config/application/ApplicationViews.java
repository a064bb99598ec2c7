package io.breakwater.config.application;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How an application segment looks inside of other resources. Pure. */
public final class ApplicationViews {
    private static final String[] IN_SEGMENT_GROUP = {
        "id",
        "name",
        "domainNames",
        "enabled",
        "passiveHealthEnabled",
        "bypassType",
        "healthCheckType",
        "configSpace",
        "doubleEncrypt",
        "ipAnchored",
        "creationTime",
        "modifiedTime",
        "modifiedBy"
    };

    private ApplicationViews() {}

    /** With the ports in both forms and the first domain name by itself. */
    public static ObjectNode inSegmentGroup(ApplicationEntity application) {
        ObjectNode view = ApplicationShape.SHAPE.write(application).retain(IN_SEGMENT_GROUP);
        view.put("domainName", application.domainNames[0]);
        putPorts(application, view);
        return view;
    }

    /** Which it is, and nothing more. */
    public static ObjectNode brief(ApplicationEntity application) {
        return ApplicationShape.SHAPE.write(application).retain("id", "name", "enabled");
    }

    static void putPorts(ApplicationEntity application, ObjectNode view) {
        PortRanges.TCP.write(application.tcpPorts, view);
        PortRanges.UDP.write(application.udpPorts, view);
    }
}

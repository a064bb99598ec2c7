package io.breakwater.config.application;

import com.fasterxml.jackson.core.JsonGenerator;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.rows.RowShape;
import java.io.IOException;

/** A row of an application segment: the columns of its fields, those beside them, and the names of what it belongs to. */
record SegmentRow(Object[] values) {
    private static final RowShape FIELDS = RowShape.of(ApplicationShape.SHAPE);
    private static final int ID = FIELDS.indexOf("id");
    private static final int USE_IN_DR_MODE = FIELDS.indexOf("useInDrMode");
    private static final int TCP_PORTS = FIELDS.size();
    private static final int UDP_PORTS = TCP_PORTS + 1;
    private static final int WEIGHTED = UDP_PORTS + 1;
    private static final int MICROTENANT_ID = WEIGHTED + 1;
    private static final int SEGMENT_GROUP_NAME = MICROTENANT_ID + 1;
    private static final int MICROTENANT_NAME = SEGMENT_GROUP_NAME + 1;
    private static final int TOTAL = MICROTENANT_NAME + 1;

    /** For a select list; the two names follow, and a page's total. */
    static final String COLUMNS =
            FIELDS.columns("e") + ", e.tcp_ports, e.udp_ports, e.weighted_load_balancing, e.microtenant_id";

    Long id() {
        return (Long) values[ID];
    }

    boolean isForDr() {
        return (Boolean) values[USE_IN_DR_MODE];
    }

    /** How many the list has on all pages. */
    long total() {
        return (Long) values[TOTAL];
    }

    /** Writes what the row holds into the object that was begun. */
    void write(JsonGenerator out) throws IOException {
        FIELDS.write(values, 0, out);
        out.writeBooleanField("readOnly", false);
        out.writeBooleanField("zscalerManaged", false);
        writeMicrotenant(out);
        PortRanges.TCP.write((String[]) values[TCP_PORTS], out);
        PortRanges.UDP.write((String[]) values[UDP_PORTS], out);
        out.writeStringField("segmentGroupName", (String) values[SEGMENT_GROUP_NAME]);
        out.writeBooleanField("weightedLoadBalancing", (Boolean) values[WEIGHTED]);
    }

    /** In the Default microtenant the id is absent, as ZPA has it (zpa-api 2.2). */
    private void writeMicrotenant(JsonGenerator out) throws IOException {
        long microtenant = (Long) values[MICROTENANT_ID];
        if (microtenant != TenantScope.DEFAULT_MICROTENANT) {
            out.writeStringField("microtenantId", Long.toString(microtenant));
        }
        out.writeStringField("microtenantName", (String) values[MICROTENANT_NAME]);
    }
}

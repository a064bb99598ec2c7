package io.breakwater.config.application;

import com.fasterxml.jackson.core.JsonGenerator;
import io.breakwater.config.rows.RowShape;
import io.breakwater.config.servergroup.ServerGroupEntity;
import java.io.IOException;

/** A row of a link between a segment and a server group: the segment, what the group gets of its load, and the group's fields. */
record LinkRow(Object[] values) {
    private static final RowShape FIELDS = RowShape.of(ServerGroupEntity.SHAPE);
    private static final int FIRST_FIELD = 3;

    /** For a select list, after the segment's id, the weight and whether the group is passive. */
    static final String COLUMNS = FIELDS.columns("g");

    Long segmentId() {
        return (Long) values[0];
    }

    void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        FIELDS.write(values, FIRST_FIELD, out);
        out.writeStringField("weight", values[1].toString());
        out.writeBooleanField("passive", (Boolean) values[2]);
        out.writeEndObject();
    }
}

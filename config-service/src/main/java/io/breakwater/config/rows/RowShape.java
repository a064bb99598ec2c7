package io.breakwater.config.rows;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.breakwater.config.search.Naming;
import io.breakwater.config.wire.Field;
import io.breakwater.config.wire.Shape;
import io.breakwater.config.wire.WireType;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** The columns behind the fields of a resource, and how a row of them stands in JSON. Immutable. */
public final class RowShape {
    private final List<RowField<?>> fields;

    private RowShape(List<RowField<?>> fields) {
        this.fields = fields;
    }

    /** @throws IllegalArgumentException for a resource with a field that is in no column */
    public static RowShape of(Shape<?> shape) {
        return new RowShape(
                shape.fields().stream().<RowField<?>>map(RowField::of).toList());
    }

    private record RowField<T>(SerializedString name, String attribute, WireType<T> type) {
        static <T> RowField<T> of(Field<?, T> field) {
            if (field.attribute() == null) {
                throw new IllegalArgumentException(field.name() + " is in no column");
            }
            return new RowField<>(new SerializedString(field.name()), field.attribute(), field.type());
        }

        void write(Object column, JsonGenerator out) throws IOException {
            if (column != null) {
                out.writeFieldName(name);
                type.write(type.ofColumn(column)).serialize(out, null);
            }
        }
    }

    /** For a select list, in the order of the fields. */
    public String columns(String alias) {
        return fields.stream()
                .map(field -> alias + "." + Naming.column(field.attribute()))
                .collect(Collectors.joining(", "));
    }

    /** How many columns. */
    public int size() {
        return fields.size();
    }

    /** Where the column of a field stands among them. */
    public int indexOf(String name) {
        return fields.stream().map(field -> field.name().getValue()).toList().indexOf(name);
    }

    /**
     * Writes the fields that are set into the object that was begun.
     *
     * @param from where in the row the first column stands
     */
    public void write(Object[] row, int from, JsonGenerator out) throws IOException {
        for (int i = 0; i < fields.size(); i++) {
            fields.get(i).write(row[from + i], out);
        }
    }
}

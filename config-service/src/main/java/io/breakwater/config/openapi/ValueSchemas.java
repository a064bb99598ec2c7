package io.breakwater.config.openapi;

import io.breakwater.config.wire.ValueForm;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Schemas of single values of the management API (zpa-api 2.1). Pure. */
final class ValueSchemas {
    static final String ID_PATTERN = "^[0-9]{1,19}$";
    private static final String NUMBER_PATTERN = "^-?[0-9]{1,18}$";
    private static final String DECIMAL_PATTERN = "^[+-]?[0-9]{1,12}(\\.[0-9]{1,15})?$";

    private ValueSchemas() {}

    /** Of an answer. */
    static Schema written(ValueForm form) {
        Schema schema = OASFactory.createSchema();
        return switch (form.kind()) {
            case FLAG -> schema.addType(SchemaType.BOOLEAN);
            case LIST -> schema.addType(SchemaType.ARRAY).items(text());
            case TEXT -> text(form);
            case ID -> id();
            case NUMBER, TIME -> text().pattern(NUMBER_PATTERN);
            case DECIMAL -> text().pattern(DECIMAL_PATTERN);
            case ANY -> schema;
        };
    }

    /** Of a request: null leaves the value as it is, numbers and flags may be text or not, empty text clears. */
    static Schema read(ValueForm form) {
        return switch (form.kind()) {
            case FLAG -> nullable().addType(SchemaType.BOOLEAN).addType(SchemaType.STRING);
            case LIST -> {
                Schema list = nullable().addType(SchemaType.ARRAY).items(text());
                yield form.longest() > 0 ? list.maxItems(form.longest()) : list;
            }
            case TEXT -> form.words().isEmpty() ? text(form).addType(SchemaType.NULL) : wordsOrNothing(form.words());
            case ID, NUMBER, TIME, DECIMAL ->
                nullable().addType(SchemaType.STRING).addType(SchemaType.NUMBER);
            case ANY -> OASFactory.createSchema();
        };
    }

    static Schema id() {
        return text().pattern(ID_PATTERN);
    }

    static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    static Schema words(List<String> words) {
        return text().enumeration(List.copyOf(words));
    }

    private static Schema text(ValueForm form) {
        if (!form.words().isEmpty()) {
            return words(form.words());
        }
        return form.longest() > 0 ? text().maxLength(form.longest()) : text();
    }

    private static Schema wordsOrNothing(List<String> words) {
        Schema schema = text().addType(SchemaType.NULL);
        words.forEach(schema::addEnumeration);
        return schema.addEnumeration("").addEnumeration(null);
    }

    private static Schema nullable() {
        return OASFactory.createSchema().addType(SchemaType.NULL);
    }
}

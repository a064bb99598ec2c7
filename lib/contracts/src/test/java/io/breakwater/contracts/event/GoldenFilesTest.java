package io.breakwater.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.breakwater.contracts.event.EventCodec.Decoded;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every record that a released version wrote stays readable, and what is written today fits the published schemas. */
class GoldenFilesTest {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    static List<Golden> goldenFiles() {
        return Golden.all();
    }

    @Test
    void everyEventTypeHasAGoldenFile() {
        assertThat(goldenFiles().stream().map(Golden::wireName))
                .containsAll(Arrays.stream(EventType.values())
                        .map(EventType::wireName)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void parses(Golden golden) {
        EventEnvelope<?> event = decoded(golden);

        assertThat(event.type().wireName()).isEqualTo(golden.wireName());
        assertThat(event.key()).isEqualTo(golden.key());
        assertThat(event.data()).isInstanceOf(event.type().payload());
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void isWrittenAgainAsItWas(Golden golden) throws IOException {
        EventEnvelope<?> event = decoded(golden);

        Map<String, String> headers = golden.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> new String(e.getValue(), StandardCharsets.UTF_8)));
        assertThat(EventCodec.headers(event)).isEqualTo(headers);
        assertThat(EventCodec.mapper().readTree(EventCodec.value(event))).isEqualTo(golden.value());
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void fitsItsSchema(Golden golden) {
        JsonSchema schema = SCHEMAS.getSchema(Golden.schema(golden.wireName()));

        assertThat(schema.validate(golden.value())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aSchemaRefusesAnEventWithoutItsMandatoryFields(EventType type) {
        JsonSchema schema = SCHEMAS.getSchema(Golden.schema(type.wireName()));

        assertThat(schema.validate(EventCodec.mapper().createObjectNode())).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aSchemaNamesExactlyTheFieldsOfTheRecord(EventType type) {
        assertSameFields(type.wireName(), Golden.schema(type.wireName()), type.payload());
    }

    private static void assertSameFields(String at, JsonNode schema, Class<?> type) {
        TreeSet<String> fields = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            fields.add(component.getName());
            Class<?> nested = nested(component.getGenericType());
            if (nested.isRecord()) {
                JsonNode property = schema.path("properties").path(component.getName());
                assertSameFields(
                        at + "." + component.getName(),
                        property.has("items") ? property.get("items") : property,
                        nested);
            }
        }
        TreeSet<String> described = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(described::add);
        assertThat(described).as(at).isEqualTo(fields);
    }

    private static Class<?> nested(Type type) {
        if (type instanceof ParameterizedType generic) {
            return nested(generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1]);
        }
        return (Class<?>) type;
    }

    private static EventEnvelope<?> decoded(Golden golden) {
        Decoded decoded = EventCodec.decode(golden.headers(), golden.key(), golden.octets());
        assertThat(decoded).isInstanceOf(Decoded.Event.class);
        return ((Decoded.Event) decoded).envelope();
    }
}

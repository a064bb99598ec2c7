package io.breakwater.config.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.platform.problem.FieldProblem;
import io.breakwater.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {
    private static final Shape<Thing> SHAPE = Shape.of(
            "thing",
            List.of(
                    Field.required("name", WireTypes.text(10), thing -> thing.name, (thing, v) -> thing.name = v),
                    Field.flag("enabled", thing -> thing.enabled, (thing, v) -> thing.enabled = v, true),
                    Field.of("count", WireTypes.number(0, 9), thing -> thing.count, (thing, v) -> thing.count = v, 3L),
                    Field.<Thing, String>of(
                                    "note", WireTypes.text(10), thing -> thing.note, (thing, v) -> thing.note = v)
                            .clearedByOmission(),
                    Field.readOnly("id", WireTypes.id(), thing -> 7L)));

    private static final class Thing {
        private String name;
        private Boolean enabled;
        private Long count;
        private String note;
    }

    private static ObjectNode json(String text) {
        return JsonBody.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static Thing created(String text) {
        Thing thing = new Thing();
        Refusals refusals = new Refusals();
        SHAPE.create(json(text), thing, refusals);
        refusals.throwIfAny();
        return thing;
    }

    private static Thing updated(Thing thing, String text) {
        Refusals refusals = new Refusals();
        SHAPE.update(json(text), thing, refusals);
        refusals.throwIfAny();
        return thing;
    }

    @Test
    void fillsInDefaultsAndWritesNumbersAsText() {
        assertThat(SHAPE.write(created("{'name':'x','id':'99'}")))
                .isEqualTo(json("{'name':'x','enabled':true,'count':'3','id':'7'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'name':'x','enabled':'false','count':5}", "{'name':'x','enabled':false,'count':'5'}"})
    void takesBothSpellingsOfNumbersAndFlags(String text) {
        Thing thing = created(text);
        assertThat(thing.enabled).isFalse();
        assertThat(thing.count).isEqualTo(5);
    }

    @Test
    void anUpdateKeepsWhatItLeavesOutButForWhatOmissionClears() {
        Thing thing =
                updated(created("{'name':'x','enabled':false,'count':5,'note':'n'}"), "{'name':'y','count':null}");
        assertThat(SHAPE.write(thing)).isEqualTo(json("{'name':'y','enabled':false,'count':'5','id':'7'}"));
    }

    @Test
    void emptyTextClearsTextAndIsNothingElsewhere() {
        Thing thing = updated(created("{'name':'x','count':5,'note':'n'}"), "{'note':'','count':'','enabled':''}");
        assertThat(thing.note).isNull();
        assertThat(thing.count).isEqualTo(5);
        assertThat(thing.enabled).isTrue();
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        assertThatThrownBy(() -> created("{'enabled':'perhaps','count':10,'note':'too long by far'}"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.fields())
                                .extracting(FieldProblem::field)
                                .containsExactly("name", "enabled", "count", "note"));
    }

    @Test
    void aRequiredFieldIsNeverCleared() {
        Thing thing = created("{'name':'x'}");
        assertThatThrownBy(() -> updated(thing, "{'name':''}")).isInstanceOf(ProblemException.class);
        assertThat(thing.name).isEqualTo("x");
    }
}

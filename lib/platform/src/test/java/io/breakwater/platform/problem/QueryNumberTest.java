package io.breakwater.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryNumberTest {
    @Test
    void whatDoesNotComeHasItsDefault() {
        assertThat(QueryNumber.read("limit", null, 20, 1, 500)).isEqualTo(20);
        assertThat(QueryNumber.read("limit", "", 20, 1, 500)).isEqualTo(20);
    }

    @Test
    void theEndsOfTheRangeBelongToIt() {
        assertThat(QueryNumber.read("limit", "1", 20, 1, 500)).isEqualTo(1);
        assertThat(QueryNumber.read("limit", "500", 20, 1, 500)).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "1.5", "1e2", "many", " 7", "99999999999999999999"})
    void theRestIsRefusedAndTheParameterNamed(String text) {
        assertThatThrownBy(() -> QueryNumber.read("limit", text, 20, 1, 500))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.INVALID_FIELD);
                    assertThat(e.fields()).extracting(FieldProblem::field).containsExactly("limit");
                })
                .hasMessageContaining("from 1 to 500");
    }
}

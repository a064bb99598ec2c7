package io.breakwater.config.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.platform.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchParserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "name+EQ+My Name",
                "name EQ My Name",
                "name%2BEQ%2BMy%20Name",
                "name%2BEQ%2BMy+Name",
                " name  eq  My Name "
            })
    void readsEverySpellingThatClientsUse(String search) {
        assertThat(SearchParser.parse(search)).containsExactly(new Criterion("name", Operator.EQ, "My Name"));
    }

    @Test
    void joinsCriteriaWithAnd() {
        assertThat(SearchParser.parse("enabled EQ true AND name CONTAINS a AND b NQ c"))
                .isEqualTo(List.of(
                        new Criterion("enabled", Operator.EQ, "true"),
                        new Criterion("name", Operator.LIKE, "a"),
                        new Criterion("b", Operator.NE, "c")));
    }

    @Test
    void looksForTextWithoutAnOperatorInNames() {
        assertThat(SearchParser.parse("branch office"))
                .containsExactly(new Criterion("name", Operator.LIKE, "branch office"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void findsNoCriteriaInNothing(String search) {
        assertThat(SearchParser.parse(search)).isEmpty();
    }

    @Test
    void takesTheJoiningWordForAPartOfTheValueUnlessACriterionFollows() {
        assertThat(SearchParser.parse("name EQ a AND nonsense"))
                .containsExactly(new Criterion("name", Operator.EQ, "a AND nonsense"));
        assertThat(SearchParser.parse("name EQ R AND D AND enabled EQ true"))
                .containsExactly(
                        new Criterion("name", Operator.EQ, "R AND D"), new Criterion("enabled", Operator.EQ, "true"));
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThatThrownBy(() -> SearchParser.parse("name%2BEQ%zz")).isInstanceOf(ProblemException.class);
    }

    @Test
    void refusesATextThatIsTooLong() {
        assertThatThrownBy(() -> SearchParser.parse("x".repeat(2001))).isInstanceOf(ProblemException.class);
    }
}

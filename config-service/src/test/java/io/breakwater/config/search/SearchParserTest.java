package io.breakwater.config.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.platform.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(SearchParser.parse(search))
                .singleElement()
                .satisfies(criterion -> assertThat(criterion.field()).isEqualTo("name"))
                .satisfies(criterion -> assertThat(criterion.operator()).isEqualTo(Operator.EQ))
                .satisfies(criterion -> assertThat(criterion.readings()).contains("My Name"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name+EQ+C++|C++",
                "name EQ C++|C++",
                "name%2BEQ%2BC%2B%2B|C++",
                "name+EQ++1 555|+1 555",
                "name+EQ+A+B|A+B",
                "name++EQ+C++|C++",
                "name+EQ+a%b|a%b",
                "name+EQ+%|%"
            })
    @DisplayName("a plus sign separates only around field and operator")
    void keepsPlusSignsInValues(String search, String value) {
        assertThat(SearchParser.parse(search)).containsExactly(new Criterion("name", Operator.EQ, value));
    }

    @Test
    void keepsPlusSignsAtTheEndOfAValueThatAnotherCriterionFollows() {
        List<Criterion> wanted =
                List.of(new Criterion("name", Operator.EQ, "C++"), new Criterion("enabled", Operator.EQ, "true"));
        assertThat(SearchParser.parse("name EQ C++ AND enabled EQ true")).isEqualTo(wanted);
        assertThat(SearchParser.parse("name+EQ+C+++AND+enabled+EQ+true")).isEqualTo(wanted);
    }

    @Test
    void readsAValueInEveryWayThatItMayBeMeant() {
        assertThat(new Criterion("name", Operator.EQ, "A+B").readings()).containsExactly("A+B", "A B");
        assertThat(new Criterion("name", Operator.EQ, "C++").readings()).containsExactly("C++");
        assertThat(new Criterion("name", Operator.EQ, "plain").readings()).containsExactly("plain");
        assertThat(new Criterion("name", Operator.EQ, "C%2B%2B+Lang").readings())
                .contains("C%2B%2B+Lang", "C++ Lang", "C+++Lang");
        assertThat(new Criterion("name", Operator.EQ, "%2B%zz").readings()).containsExactly("%2B%zz");
    }

    @Test
    void looksForTextWithPlusSignsInNames() {
        assertThat(SearchParser.parse("C++")).containsExactly(new Criterion("name", Operator.LIKE, "C++"));
    }

    @Test
    @DisplayName("I9: a search has only so many criteria")
    void refusesTooManyCriteria() {
        String many = IntStream.range(0, 21).mapToObj(i -> "a EQ " + i).collect(Collectors.joining(" AND "));
        assertThatThrownBy(() -> SearchParser.parse(many)).isInstanceOf(ProblemException.class);
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

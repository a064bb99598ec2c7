package io.breakwater.snapshot.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {
    @ParameterizedTest
    @ValueSource(strings = {"\"abc\"", "W/\"abc\"", "*", "\"x\", \"abc\"", " \"abc\" "})
    void theCallerHasIt(String header) {
        assertThat(EntityTag.noneMatchFails(header, "abc")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "\"ABC\"", "\"ab\"", "\"x\",\"y\""})
    void theCallerHasAnother(String header) {
        assertThat(EntityTag.noneMatchFails(header, "abc")).isFalse();
    }

    @Test
    void theCallerHasNoneWithoutHeader() {
        assertThat(EntityTag.noneMatchFails(null, "abc")).isFalse();
    }

    @Test
    void aRangeNeedsExactlyTheSameRepresentation() {
        assertThat(EntityTag.rangeAllowed(null, "abc")).isTrue();
        assertThat(EntityTag.rangeAllowed("\"abc\"", "abc")).isTrue();
        assertThat(EntityTag.rangeAllowed("W/\"abc\"", "abc")).isFalse();
        assertThat(EntityTag.rangeAllowed("\"other\"", "abc")).isFalse();
        assertThat(EntityTag.rangeAllowed("Fri, 20 Nov 2026 09:15:02 GMT", "abc"))
                .isFalse();
    }
}

package io.breakwater.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void readsWhatTheStandardShowsAndGoesOnInTheSameTrace() {
        TraceParent read =
                TraceParent.parse("00-" + TRACE + "-00f067aa0ba902b7-01").orElseThrow();

        assertThat(read.traceId()).isEqualTo(TRACE);
        assertThat(read.next().traceId()).isEqualTo(TRACE);
        assertThat(read.next().spanId()).isNotEqualTo(read.spanId()).hasSize(16);
        assertThat(read.header()).isEqualTo("00-" + TRACE + "-00f067aa0ba902b7-01");
    }

    @Test
    void readsALaterVersionAsFarAsItIsKnown() {
        assertThat(TraceParent.parse("cc-" + TRACE + "-00f067aa0ba902b7-01-what-comes-later"))
                .hasValueSatisfying(read -> assertThat(read.traceId()).isEqualTo(TRACE));
    }

    @Test
    void whatItBeginsIsWellFormedAndItsOwn() {
        TraceParent fresh = TraceParent.fresh();

        assertThat(TraceParent.parse(fresh.header())).contains(fresh);
        assertThat(fresh.traceId()).isNotEqualTo(TraceParent.fresh().traceId());
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "00-" + TRACE + "-00f067aa0ba902b7",
                "ff-" + TRACE + "-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-" + TRACE + "-00f067aa0ba902b7-01\nforged",
                "garbage"
            })
    void takesNothingFromWhatIsMalformed(String header) {
        assertThat(TraceParent.parse(header)).isEmpty();
    }
}

package io.breakwater.snapshot.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.snapshot.download.ByteRange.Part;
import io.breakwater.snapshot.download.ByteRange.Unsatisfiable;
import io.breakwater.snapshot.download.ByteRange.Whole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-9, 0, 9",
        "bytes=3-, 3, 9",
        "bytes=3-7, 3, 7",
        "bytes=9-9, 9, 9",
        "bytes=3-700, 3, 9",
        "bytes=-1, 9, 9",
        "bytes=-4, 6, 9",
        "bytes=-400, 0, 9",
        "'Bytes= 2 - 3 ', 2, 3"
    })
    void isAPart(String header, long from, long to) {
        assertThat(ByteRange.of(header, 10)).isEqualTo(new Part(from, to));
        assertThat(new Part(from, to).length()).isEqualTo(to - from + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-12", "bytes=-0", "bytes=999999999999999999-"})
    void isUnsatisfiable(String header) {
        assertThat(ByteRange.of(header, 10)).isInstanceOf(Unsatisfiable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=7-3",
                "bytes=a-b",
                "bytes=0-1,4-5",
                "lines=0-1",
                "bytes=--1",
                "bytes=0-1;",
                "bytes=99999999999999999999-"
            })
    void isIgnoredWhenItIsNoSingleRange(String header) {
        assertThat(ByteRange.of(header, 10)).isInstanceOf(Whole.class);
    }

    @Test
    void isTheWholeWithoutHeader() {
        assertThat(ByteRange.of(null, 10)).isInstanceOf(Whole.class);
    }

    @Test
    void nothingOfAnEmptyRepresentationExists() {
        assertThat(ByteRange.of("bytes=0-", 0)).isInstanceOf(Unsatisfiable.class);
        assertThat(ByteRange.of("bytes=-5", 0)).isInstanceOf(Unsatisfiable.class);
    }
}

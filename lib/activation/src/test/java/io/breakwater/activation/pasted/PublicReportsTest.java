package io.breakwater.activation.pasted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What people met in public is read as they meant it")
class PublicReportsTest {
    /** One line of the index: file, what is expected, where it was met. */
    record Report(String file, String expected, String source) {
        static Report of(String line) {
            String[] columns = line.split("\\s+\\|\\s+", 3);
            return new Report(columns[0].strip(), columns[1].strip(), columns[2].strip());
        }

        List<List<String>> records() {
            return Arrays.stream(expected.split(" & "))
                    .map(record -> List.of(record.split(" \\+ ")))
                    .toList();
        }

        @Override
        public String toString() {
            return file + ", " + source;
        }
    }

    static Stream<Report> reports() {
        return new String(resource("index.txt"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(Report::of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void isRead(Report report) throws UnreadablePasteException {
        PastedRecords read = PastedReader.read(resource(report.file()), "dr.acme.example", PastedLimits.DEFAULT);

        switch (report.expected()) {
            case "FAILED" -> {
                assertThat(read.failure()).isPresent();
                assertThat(read.rrset().isEmpty()).isTrue();
            }
            case "NONE" -> {
                assertThat(read.failure()).isEmpty();
                assertThat(read.rrset().isEmpty()).isTrue();
            }
            default -> {
                assertThat(read.failure()).isEmpty();
                assertThat(read.rrset().toLatin1()).containsExactlyInAnyOrderElementsOf(report.records());
            }
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = PublicReportsTest.class.getResourceAsStream("/pasted/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

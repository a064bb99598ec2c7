package io.breakwater.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void eachRowIsALineOfTheTableAndAJsonLine() {
        Samples samples = new Samples();
        samples.add(2_000_000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new Report("api")
                .note("java options", "-Xmx96m")
                .load("get", new Measured(samples, 500))
                .figure("part", 61.234, "%")
                .print(new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsPattern("api +count +p50 ms +p90 ms +p99 ms +max ms +per second")
                .containsPattern("java options +-Xmx96m")
                .containsPattern("get +1 +2.0 +2.0 +2.0 +2.0 +500.0")
                .contains("{\"bench\":\"api\",\"row\":\"get\",\"count\":1,\"p50_ms\":2.0,\"p90_ms\":2.0,\"p99_ms\":2.0,"
                        + "\"max_ms\":2.0,\"per_second\":500.0}")
                .contains("{\"bench\":\"api\",\"row\":\"part\",\"value\":61.23,\"unit\":\"%\"}");
    }
}

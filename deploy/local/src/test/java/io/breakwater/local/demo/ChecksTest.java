package io.breakwater.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.local.cli.Terminal;
import io.breakwater.local.demo.Checks.Look;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Checks checks =
            new Checks(new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8)), Duration.ofMillis(500));

    @Test
    void looksUntilItIsGood() {
        Iterator<Look> looks =
                List.of(new Look(false, "NORMAL"), new Look(true, "ACTIVE")).iterator();

        assertThat(checks.await("the mode", looks::next)).isTrue();

        assertThat(checks.passed()).isEqualTo(1);
        assertThat(text()).contains("✓ the mode  [ACTIVE]");
    }

    @Test
    void whatNeverBecomesGoodFailsWithWhatWasSeen() {
        assertThat(checks.await("the mode", () -> new Look(false, "NORMAL"))).isFalse();

        assertThat(checks.passed()).isZero();
        assertThat(checks.failed()).containsExactly("the mode  [NORMAL]");
        assertThat(text()).contains("✗ the mode  [NORMAL]");
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}

package io.breakwater.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.local.SuiteException;
import io.breakwater.local.zone.ZoneLocation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine line = new CommandLine(new BreakwaterCommand())
            .setCommandName("breakwater")
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));

    @Test
    void withoutACommandItSaysWhichThereAre() {
        assertThat(line.execute()).isEqualTo(2);
        assertThat(err.toString()).contains("a command is needed", "up", "down", "status", "logs", "demo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "logs", "drill", "demo"})
    void everyCommandHelps(String command) {
        assertThat(line.execute(command, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: breakwater " + command);
    }

    @Test
    void anUnknownOptionIsNamed() {
        assertThat(line.execute("up", "--detatch")).isEqualTo(2);
        assertThat(err.toString()).contains("--detatch");
    }

    @Test
    void aPortThatIsNoNumberIsNamed() {
        assertThat(line.execute("up", "--port", "kafka=many")).isEqualTo(2);
        assertThat(err.toString()).contains("many");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port=consol=1", "--postgres=db.example:5432", "--dns=192.0.2.1", "--port-offset=60000"})
    void anArgumentThatMakesNoSenseIsAWrongOneToo(String argument, @TempDir Path directory) {
        assertThat(line.execute("up", "--data", directory.toString(), argument)).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: breakwater up");
    }

    @Test
    void statusOfASuiteThatDoesNotRunIsThree(@TempDir Path directory) {
        assertThat(line.execute("status", "--data", directory.toString())).isEqualTo(StatusCommand.DOES_NOT_RUN);
    }

    @Test
    void downOfASuiteThatDoesNotRunIsNoError(@TempDir Path directory) {
        assertThat(line.execute("down", "--data", directory.toString())).isZero();
    }

    @Test
    void aDnsServerOfOnesOwnIsReadWithItsZone() {
        ZoneLocation zone = SuiteArguments.zone("192.0.2.1:53/example.com", Optional.empty());

        assertThat(zone.server()).isEqualTo("192.0.2.1:53");
        assertThat(zone.drDomain()).isEqualTo("dr.example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "192.0.2.1:53", "192.0.2.1/example.com", ":53/example.com"})
    void anyOtherFormOfADnsServerIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> SuiteArguments.zone(text, Optional.empty()))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("HOST:PORT/ZONE");
    }
}

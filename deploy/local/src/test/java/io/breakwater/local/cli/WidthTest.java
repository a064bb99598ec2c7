package io.breakwater.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@DisplayName("In a terminal of 40 columns")
class WidthTest {
    private static final int COLUMNS = 40;

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "logs", "drill", "demo", "help"})
    @DisplayName("every help text fits, and has every option and its meaning")
    void help(String command) {
        CommandLine line = new CommandLine(new BreakwaterCommand()).setCommandName("breakwater");
        StringWriter out = new StringWriter();
        line.setOut(new PrintWriter(out));
        HelpWidth.fit(line, COLUMNS);

        assertThat(line.execute(command, "--help")).isZero();

        assertThat(out.toString().lines())
                .allSatisfy(text -> assertThat(text.length()).as(text).isLessThanOrEqualTo(COLUMNS));
        line.getSubcommands().get(command).getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .forEach(option -> assertThat(out.toString()).contains(option.longestName()));
        assertThat(out.toString()).doesNotContain("%n");
    }

    @Test
    @DisplayName("a table that is too wide has one cell a line")
    void table() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), COLUMNS)
                .table(List.of(List.of("config-service", "healthy", "http://127.0.0.1:8081", "pid 4711")));

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("  config-service", "    healthy", "    http://127.0.0.1:8081", "    pid 4711");
    }

    @Test
    @DisplayName("text breaks at spaces, and what has none stays whole to be copied")
    void text() {
        assertThat(Wrapped.text("see /a/path/that/is/longer/than/forty/columns/in/one/word for more", COLUMNS, 2))
                .isEqualTo("see\n  /a/path/that/is/longer/than/forty/columns/in/one/word\n  for more");
    }
}

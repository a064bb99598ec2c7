package io.breakwater.system.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.system.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/clients.md} shows the code that the system tests run. */
class ClientsDocumentTest {
    private static final Pattern PYTHON = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("testing/system-tests/[\\w./-]+");

    @Test
    void everyPythonBlockIsCodeThatTheTestsRun() throws IOException {
        String code = Files.readString(
                Checkout.root().resolve("testing/system-tests/src/test/resources/python-sdk/sign_in.py"));

        List<String> blocks = found(PYTHON).map(match -> match.group(1)).toList();

        assertThat(blocks)
                .hasSizeGreaterThan(2)
                .allSatisfy(block -> assertThat(code).contains(block));
    }

    @Test
    void everyFileThatItNamesExists() throws IOException {
        List<Path> named =
                found(FILE).map(match -> Checkout.root().resolve(match.group())).toList();

        assertThat(named).isNotEmpty().allSatisfy(file -> assertThat(file).exists());
    }

    private static Stream<MatchResult> found(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(Checkout.root().resolve("docs/clients.md")))
                .results();
    }
}

package io.breakwater.system.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.system.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The documents")
class DocumentsTest {
    private static final Path ROOT = Checkout.root();

    /** What a block may be: commands, or what no shell takes. */
    private static final Set<String> LANGUAGES =
            Set.of("sh", "text", "properties", "sql", "json", "yaml", "java", "python", "go", "hcl", "ini");

    /** Looks like something to type. */
    private static final Pattern COMMAND = Pattern.compile("(?m)^(\\$ |\\./|curl |java -|drctl |openssl |export )");

    /** The same without a fence: nobody would run it. */
    private static final Pattern INDENTED =
            Pattern.compile("(?m)^ {4}(\\$ |\\./|curl |java -|drctl |openssl |export ).*");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]+)(?:#[^)]*)?\\)");

    static Stream<String> documents() {
        return Fences.documents(ROOT).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    @DisplayName("say of every block what it is, so that no command escapes the test that runs it")
    void everyBlockIsNamed(String document) {
        for (Fence fence : Fences.of(ROOT, document)) {
            assertThat(fence.language()).as("language of %s", fence).isIn(LANGUAGES);
            if (!fence.isShell()) {
                assertThat(COMMAND.matcher(fence.text()).find()
                                && fence.language().equals("text"))
                        .as("%s is called text and holds a command: call it sh", fence)
                        .isFalse();
            }
            fence.notRun()
                    .ifPresent(reason -> assertThat(reason)
                            .as("%s: why it is not run", fence)
                            .hasSizeGreaterThan(10));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    @DisplayName("hide no command in an indented block")
    void commandsAreFenced(String document) throws IOException {
        String text = Files.readString(ROOT.resolve(document)).replaceAll("(?ms)^ *```.*?^ *```$", "");

        assertThat(INDENTED.matcher(text).results().map(MatchResult::group))
                .as(document)
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    @DisplayName("name only files that are there")
    void linksLead(String document) throws IOException {
        String text = Files.readString(ROOT.resolve(document));
        Path folder = ROOT.resolve(document).getParent();
        LINK.matcher(text)
                .results()
                .map(link -> link.group(1))
                .forEach(link -> assertThat(folder.resolve(link))
                        .as("%s links to %s", document, link)
                        .exists());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    @DisplayName("leave to CI only what CI runs, word by word")
    void ciRunsWhatIsLeftToIt(String document) throws IOException {
        String ci = Files.readString(ROOT.resolve(".ci/run"));
        for (Fence fence : Fences.of(ROOT, document)) {
            if (fence.isRunByCi()) {
                fence.text()
                        .lines()
                        .map(DocumentsTest::withoutComment)
                        .forEach(line ->
                                assertThat(ci).as("%s is left to CI", fence).contains("\n" + line + "\n"));
            }
        }
    }

    private static String withoutComment(String line) {
        return line.replaceFirst("\\s+#.*$", "");
    }
}

package io.breakwater.system.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.breakwater.system.Checkout;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code docs/settings.md} and the examples in the archives are what the sources say. To write them anew: {@code ./mvnw -pl testing/system-tests test
 * -Dtest=SettingsReferenceTest -Dsettings.write}.
 */
class SettingsReferenceTest {
    private static final Path EXAMPLES = Checkout.root().resolve("deploy/dist/src/etc");

    private static final List<String> MODULES = List.of(
            "config-service",
            "snapshot-service",
            "dr-controller",
            "dns-watcher",
            "agents/agent-core",
            "agents/app-connector",
            "agents/service-edge",
            "lib/platform",
            "lib/outbox");

    @Test
    void theReferenceIsWhatTheSourcesSay() throws IOException {
        Path root = Checkout.root();
        Path reference = root.resolve("docs/settings.md");
        String expected = render(root);
        if (System.getProperty("settings.write") != null) {
            Files.writeString(reference, expected);
        }

        assertThat(reference).as("write it anew with -Dsettings.write").hasContent(expected);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theArchivesExampleIsWhatTheSourcesSay(String program, List<String> modules) throws IOException {
        Path example = EXAMPLES.resolve(program + ".all.properties");
        String expected = SettingsExamples.render(program, settings(modules));
        if (System.getProperty("settings.write") != null) {
            Files.writeString(example, expected);
        }

        assertThat(example).as("write it anew with -Dsettings.write").hasContent(expected);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theArchivesSettingsHaveEverythingThatAProgramCannotDoWithout(String program, List<String> modules)
            throws IOException {
        Properties given = new Properties();
        try (Reader file = Files.newBufferedReader(EXAMPLES.resolve(program + ".properties"))) {
            given.load(file);
        }

        assertThat(given.stringPropertyNames())
                .containsAll(settings(modules).stream()
                        .filter(SettingsExamples::isRequired)
                        .map(Setting::name)
                        .toList());
    }

    private static Stream<Arguments> programs() {
        List<String> service = List.of("lib/platform", "lib/outbox");
        List<String> agent = List.of("agents/agent-core");
        return Stream.of(
                arguments("config-service", with("config-service", service)),
                arguments("snapshot-service", with("snapshot-service", service)),
                arguments("dr-controller", with("dr-controller", service)),
                arguments("dns-watcher", List.of("dns-watcher", "lib/platform")),
                arguments("app-connector", with("agents/app-connector", agent)),
                arguments("service-edge", with("agents/service-edge", agent)));
    }

    private static List<String> with(String module, List<String> more) {
        return Stream.concat(Stream.of(module), more.stream()).toList();
    }

    private static List<Setting> settings(List<String> modules) throws IOException {
        List<Setting> all = new ArrayList<>();
        for (String module : modules) {
            all.addAll(settings(Checkout.root(), module));
        }
        return all;
    }

    @Test
    void everySettingSaysWhatItMeans() throws IOException {
        for (String module : MODULES) {
            assertThat(settings(Checkout.root(), module))
                    .as(module)
                    .allSatisfy(setting ->
                            assertThat(setting.meaning()).as(setting.name()).isNotBlank());
        }
    }

    private static String render(Path root) throws IOException {
        StringBuilder text =
                new StringBuilder("# Settings\n\nGenerated from the sources; each can also be an environment variable"
                        + " (`breakwater.snapshot.kept` is `BREAKWATER_SNAPSHOT_KEPT`). A setting without default is required or"
                        + " optional, as its type says.\n");
        for (String module : MODULES) {
            List<Setting> settings = settings(root, module);
            if (settings.isEmpty()) {
                continue;
            }
            text.append("\n## ")
                    .append(module)
                    .append("\n\n| Setting | Type | Default | Meaning |\n|---|---|---|---|\n");
            for (Setting setting : settings) {
                text.append("| `")
                        .append(setting.name())
                        .append("` | `")
                        .append(setting.type())
                        .append("` | ")
                        .append(setting.defaultValue() == null ? "" : "`" + setting.defaultValue() + "`")
                        .append(" | ")
                        .append(setting.meaning().replace("|", "\\|"))
                        .append(" |\n");
            }
        }
        return text.toString();
    }

    private static List<Setting> settings(Path root, String module) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src/main/java"))) {
            return ConfigMappings.read(files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList());
        }
    }
}

package io.breakwater.system.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.system.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/settings.md} is what the sources say. To write it anew: {@code ./mvnw -pl testing/system-tests test
 * -Dtest=SettingsReferenceTest -Dsettings.write}.
 */
class SettingsReferenceTest {
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

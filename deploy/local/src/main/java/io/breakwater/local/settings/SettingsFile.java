package io.breakwater.local.settings;

import io.breakwater.local.layout.PrivateFiles;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** A process's settings as the one file that it reads. */
public final class SettingsFile {
    public static final String NAME = "application.properties";

    /** Above the environment (300) and system properties (400): what stands in the user's shell changes nothing. */
    private static final String ORDINAL = "500";

    private SettingsFile() {}

    /** Writes the file, readable by its owner only, into the process's directory. */
    public static Path write(Path directory, Map<String, String> settings) {
        Path file = directory.resolve(NAME);
        PrivateFiles.write(file, text(settings));
        return file;
    }

    static String text(Map<String, String> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        properties.setProperty("config_ordinal", ORDINAL);
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException("a string does not fail", e);
        }
        return text.toString()
                .lines()
                .filter(line -> !line.startsWith("#")) // the date, which would make equal files differ
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
    }
}

package io.breakwater.system.settings;

import java.util.List;
import java.util.Locale;

/** Settings as a properties file in which each stands with its meaning and its default, switched off. */
final class SettingsExamples {
    private static final int WIDTH = 130;

    private SettingsExamples() {}

    static String render(String program, List<Setting> settings) {
        StringBuilder text = new StringBuilder("# Every setting of " + program
                + ", with its meaning and default. Generated from the sources: copy what you need into " + program
                + ".properties.\n");
        for (Setting setting : settings) {
            text.append('\n');
            wrap(text, setting.meaning().replace("`", "") + " (" + setting.type() + need(setting) + ")");
            text.append('#').append(setting.name()).append('=');
            if (setting.defaultValue() != null) {
                text.append(setting.defaultValue());
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** Whether a program does not start without it. */
    static boolean isRequired(Setting setting) {
        return setting.defaultValue() == null
                && !setting.name().contains("\"<name>\"")
                && !setting.type().toLowerCase(Locale.ROOT).startsWith("optional");
    }

    private static String need(Setting setting) {
        if (setting.defaultValue() != null) {
            return "";
        }
        return isRequired(setting) ? ", required" : ", none unless set";
    }

    private static void wrap(StringBuilder text, String paragraph) {
        int column = 0;
        for (String word : paragraph.split(" ")) {
            if (column == 0 || column + word.length() + 1 > WIDTH) {
                text.append(column == 0 ? "#" : "\n#");
                column = 1;
            }
            text.append(' ').append(word);
            column += word.length() + 1;
        }
        text.append('\n');
    }
}

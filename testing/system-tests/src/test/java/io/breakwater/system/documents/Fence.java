package io.breakwater.system.documents;

import java.util.Map;
import java.util.Optional;

/**
 * A fenced code block of a document (CommonMark 0.31, section 4.5).
 *
 * @param document path below the checkout
 * @param line of its first line, from 1
 * @param language the first word of the info string; empty when there is none
 * @param attributes the further words of the info string, {@code name="value"}
 * @param text what stands in it, with a line end after each line
 */
record Fence(String document, int line, String language, Map<String, String> attributes, String text) {
    /** Commands for a shell. */
    boolean isShell() {
        return language.equals("sh");
    }

    /** Why nobody runs it, when nobody does. */
    Optional<String> notRun() {
        return attribute("not-run");
    }

    /** Whether {@code .ci/run} runs these very lines. */
    boolean isRunByCi() {
        return attributes.containsKey("by-ci");
    }

    /** The exit code of its last command. */
    int exit() {
        return attribute("exit").map(Integer::parseInt).orElse(0);
    }

    /** A text that it must print. */
    Optional<String> prints() {
        return attribute("prints");
    }

    /** It serves until Ctrl-C, which comes when this text was printed. */
    Optional<String> interruptedAfter() {
        return attribute("interrupted-after");
    }

    private Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    @Override
    public String toString() {
        return document + ":" + line;
    }
}

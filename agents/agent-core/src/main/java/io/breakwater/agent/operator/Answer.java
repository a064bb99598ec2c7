package io.breakwater.agent.operator;

import java.util.List;

/**
 * The answer to a question.
 *
 * @param lines as text
 * @param json the same as an object for JSON
 */
record Answer(List<String> lines, Object json) {
    Answer {
        lines = List.copyOf(lines);
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }
}

package io.breakwater.agent.operator;

import java.util.ArrayList;
import java.util.List;

/** Everything that can be asked here, for whoever asks something else. */
final class Questions {
    private static final List<Question> ALL = List.of(
            new Question("show_dr_apps", "the DR applications: number, name, id"),
            new Question("config_json_stats", "each configuration file: name, size, last modified"),
            new Question(
                    "resolve_dr_domain?record_type=TXT",
                    "what the DR domain resolves to from here, now (A, AAAA, TXT)"),
            new Question("show_configuration", "DR domain, public key uploaded, max authentication age"),
            new Question("show_mode", "mode, activation, snapshot, own look at the DR domain, what is wrong"),
            new Question("show_troubles", "what is wrong, since when, and what was"));

    private Questions() {}

    record View(String detail, List<Question> questions) {}

    /** @param path to ask it */
    record Question(String path, String answer) {}

    /**
     * @param product the product's part of the path, for example {@code /assistant}
     * @param detail what led here
     */
    static Answer answer(String product, String detail) {
        List<Question> questions = ALL.stream()
                .map(one -> new Question(product + "/zpn_dr/" + one.path(), one.answer()))
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add(detail);
        questions.forEach(one -> lines.add("GET " + one.path() + " - " + one.answer()));
        lines.add("As text, or as JSON with the header Accept: application/json");
        return new Answer(lines, new View(detail, questions));
    }
}

package io.breakwater.watcher.looking;

import java.util.List;

/**
 * A look so far.
 *
 * @param sources how many there are, asked or not
 * @param complete whether no more answers will come
 * @param zone that holds the domain, or null when it is not known
 * @param failure why nobody could be asked, or null
 */
public record Progress(List<Answer> answers, int sources, boolean complete, String zone, String failure) {
    public Progress {
        answers = List.copyOf(answers);
    }

    /** What is worth remembering: everything but the records. */
    public Progress withoutRecords() {
        List<Answer> kept = answers.stream().map(Answer::withoutRecords).toList();
        return new Progress(kept, sources, complete, zone, failure);
    }

    /** Nobody could be asked. */
    static Progress failed(String failure) {
        return new Progress(List.of(), 0, true, null, failure);
    }
}

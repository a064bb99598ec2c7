package io.breakwater.config.transfer;

import java.util.List;

/**
 * What an import did, or would do.
 *
 * @param dryRun whether nothing was changed
 * @param unchanged objects of the document that were there already, just so
 */
public record ImportView(boolean dryRun, int created, int updated, int unchanged, List<ChangeView> changes) {
    /** What happens to an object. */
    public enum Action {
        CREATE,
        UPDATE
    }

    /**
     * One change.
     *
     * @param section of the document
     * @param microtenant name of the object's
     * @param fields that change, in order; of a new object none
     */
    public record ChangeView(Action action, String section, String microtenant, String name, List<String> fields) {}

    static ImportView of(boolean dryRun, int entries, List<ChangeView> changes) {
        int created = (int) changes.stream()
                .filter(change -> change.action() == Action.CREATE)
                .count();
        return new ImportView(dryRun, created, changes.size() - created, entries - changes.size(), changes);
    }
}

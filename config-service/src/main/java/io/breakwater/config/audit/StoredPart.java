package io.breakwater.config.audit;

import java.util.List;

/**
 * Entries that were read together.
 *
 * @param octets of what they hold
 * @param more whether there may be further ones
 */
record StoredPart(List<StoredEntry> entries, long octets, boolean more) {
    StoredEntry last() {
        return entries.get(entries.size() - 1);
    }
}

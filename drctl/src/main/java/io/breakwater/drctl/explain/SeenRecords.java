package io.breakwater.drctl.explain;

import io.breakwater.activation.Rrset;
import java.util.List;
import java.util.OptionalLong;

/**
 * The records to explain.
 *
 * @param source where they are from, for people
 * @param ttlSeconds when the source told it
 * @param leftOut how many TXT records the source held at other names
 * @param notes what the reader noticed
 */
record SeenRecords(Rrset rrset, String source, OptionalLong ttlSeconds, int leftOut, List<String> notes) {
    SeenRecords(Rrset rrset, String source, OptionalLong ttlSeconds, int leftOut) {
        this(rrset, source, ttlSeconds, leftOut, List.of());
    }
}

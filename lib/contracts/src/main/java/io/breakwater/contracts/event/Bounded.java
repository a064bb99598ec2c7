package io.breakwater.contracts.event;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The check that a payload's parts are no larger than what they stand for can be, so that nobody holds more in memory than that (I9). A
 * payload with more is refused when it is made, and reported as malformed.
 */
final class Bounded {
    /** Of a DNS message over TCP, and so of a record set. */
    private static final int RRSET = 65_535;

    /** A compressed name, type, class, TTL and length of each record. */
    private static final int RECORD = 12;

    private static final int STRING = 255;

    private Bounded() {}

    /** @throws IllegalArgumentException naming the field, never its content */
    static void text(String field, String value, int most) {
        if (value != null && value.length() > most) {
            throw new IllegalArgumentException(field + " is longer than " + most + " characters");
        }
    }

    /** @throws IllegalArgumentException naming the field */
    static void items(String field, Collection<?> value, int most) {
        if (value != null && value.size() > most) {
            throw new IllegalArgumentException(field + " has more than " + most + " entries");
        }
    }

    /** @throws IllegalArgumentException naming the field */
    static void items(String field, Map<?, ?> value, int most) {
        items(field, value == null ? null : value.keySet(), most);
    }

    /** @throws IllegalArgumentException when these are not TXT records that fit into one DNS message */
    static void rrset(String field, List<List<String>> records) {
        int size = 0;
        for (List<String> record : records == null ? List.<List<String>>of() : records) {
            if (record == null) {
                throw new IllegalArgumentException(field + " holds a record that is null");
            }
            size += RECORD;
            for (String text : record) {
                if (text == null || text.length() > STRING) {
                    throw new IllegalArgumentException(field + " holds a string of more than " + STRING + " octets");
                }
                size += 1 + text.length();
                if (size > RRSET) {
                    throw new IllegalArgumentException(field + " is larger than a record set can be");
                }
            }
            if (size > RRSET) {
                throw new IllegalArgumentException(field + " is larger than a record set can be");
            }
        }
    }
}

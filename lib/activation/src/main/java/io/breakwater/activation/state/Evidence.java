package io.breakwater.activation.state;

import io.breakwater.activation.Rrset;
import java.util.Objects;

/**
 * A record set as somebody saw it.
 *
 * @param rrset the records, octet by octet
 * @param seenAtEpochMillis when they were read
 * @param source where from, for people: a server's address, the bus, a file
 */
public record Evidence(Rrset rrset, long seenAtEpochMillis, String source) {

    public Evidence {
        Objects.requireNonNull(rrset, "rrset");
        Objects.requireNonNull(source, "source");
    }

    /** Whether the records are the same, whenever and wherever they were seen. */
    public boolean showsTheSameAs(Evidence other) {
        return rrset.digest().equals(other.rrset.digest());
    }
}

package io.breakwater.activation.pasted;

import io.breakwater.activation.Rrset;
import java.util.List;
import java.util.Optional;

/**
 * What a text says about the TXT records at a name.
 *
 * @param records how many resource records of any type and name, and update commands, the text holds
 * @param leftOut how many TXT records are at other names
 * @param notes what whoever pasted it should know
 * @param failure why the text is that of a look-up that failed: then it says nothing about the records
 */
public record PastedRecords(Rrset rrset, int records, int leftOut, List<String> notes, Optional<String> failure) {

    public PastedRecords {
        notes = List.copyOf(notes);
    }
}

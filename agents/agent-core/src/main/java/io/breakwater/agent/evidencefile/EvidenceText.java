package io.breakwater.agent.evidencefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.pasted.PastedLimits;
import io.breakwater.activation.pasted.PastedReader;
import io.breakwater.activation.pasted.PastedRecords;
import io.breakwater.activation.pasted.UnreadablePasteException;
import io.breakwater.agent.words.ToldException;
import io.breakwater.contracts.event.EventCodec;
import java.util.List;

/**
 * Reads the TXT records of the DR domain as people have them: whatever {@code drctl record explain --from} reads of zone text, tools'
 * output and scripts, by the same reader; or a JSON list of records, each a list of character-strings. Stateless.
 */
final class EvidenceText {
    private static final int MOST_RECORDS = 1_000;

    private EvidenceText() {}

    /** @throws ToldException when nothing can be learned from it; the message says why */
    static Rrset read(byte[] octets, String domain) throws ToldException {
        String text = PastedReader.text(octets);
        if (text.stripLeading().startsWith("[")) {
            return json(text);
        }
        PastedRecords read = pasted(octets, domain);
        if (read.failure().isPresent()) {
            throw new ToldException("it tells of a look-up that failed, which says nothing about the record: "
                    + read.failure().get());
        }
        if (read.rrset().isEmpty()) {
            throw new ToldException(read.records() + " records read, none of them TXT at " + domain
                    + (read.notes().isEmpty() ? "" : ": " + String.join("; ", read.notes())));
        }
        return read.rrset();
    }

    private static PastedRecords pasted(byte[] octets, String domain) throws ToldException {
        try {
            return PastedReader.read(octets, domain, new PastedLimits(octets.length, MOST_RECORDS));
        } catch (UnreadablePasteException e) {
            throw new ToldException(e.getMessage(), e);
        }
    }

    private static Rrset json(String text) throws ToldException {
        try {
            List<List<String>> records =
                    EventCodec.mapper().readValue(text, new TypeReference<List<List<String>>>() {});
            if (records.stream().anyMatch(one -> one == null || one.contains(null))) {
                throw new ToldException("it is no JSON list of lists of texts: it holds a null");
            }
            return Rrset.ofLatin1(records);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new ToldException("it is no JSON list of lists of texts", e);
        }
    }
}

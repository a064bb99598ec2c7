package io.breakwater.agent.mode;

import io.breakwater.activation.Activation;
import io.breakwater.activation.Mode;
import io.breakwater.activation.Reason;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.state.DrState;
import io.breakwater.activation.state.Evidence;
import io.breakwater.activation.state.Held;
import io.breakwater.activation.state.Upcoming;
import io.breakwater.agent.words.ToldException;
import io.breakwater.contracts.event.EventCodec;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A mode state as JSON, the form that lies on disk. Stateless. */
final class ModeStateJson {
    private static final int FORMAT = 1;

    private ModeStateJson() {}

    /** @param replay as {@link ReplayState} has it */
    private record Document(
            int format,
            long generation,
            String domain,
            Mode tenantMode,
            long tenantSinceMillis,
            Activation activation,
            Seen evidence,
            Activation upcoming,
            Seen upcomingEvidence,
            Reason heldReason,
            Long heldSinceMillis,
            ReplayState replay,
            Mode mode,
            long modeSinceMillis,
            String identity,
            long switches) {}

    /** Evidence, its octets as Latin-1 characters. */
    private record Seen(List<List<String>> rrset, long seenAtMillis, String source) {
        static Seen of(Evidence evidence) {
            return new Seen(evidence.rrset().toLatin1(), evidence.seenAtEpochMillis(), evidence.source());
        }

        Evidence evidence() {
            return new Evidence(Rrset.ofLatin1(rrset), seenAtMillis, source);
        }
    }

    static byte[] write(ModeState state) throws IOException {
        DrState tenant = state.tenant();
        Document document = new Document(
                FORMAT,
                state.generation(),
                state.domain(),
                tenant.mode(),
                tenant.sinceMillis(),
                tenant.activation().orElse(null),
                tenant.evidence().map(Seen::of).orElse(null),
                tenant.upcoming().map(Upcoming::activation).orElse(null),
                tenant.upcoming().map(Upcoming::evidence).map(Seen::of).orElse(null),
                tenant.held().map(Held::reason).orElse(null),
                tenant.held().map(Held::sinceMillis).orElse(null),
                state.replay(),
                state.mode(),
                state.modeSinceMillis(),
                state.identity(),
                state.switches());
        return EventCodec.mapper().writeValueAsBytes(document);
    }

    /** @throws IOException when it is no state, or of a later format */
    static ModeState read(byte[] json) throws IOException {
        Document document = EventCodec.mapper().readValue(json, Document.class);
        if (document == null || document.format() != FORMAT || document.mode() == null) {
            throw new ToldException("the mode state is of another format");
        }
        try {
            DrState tenant = DrState.of(
                    document.tenantMode(),
                    document.tenantSinceMillis(),
                    Optional.ofNullable(document.activation()),
                    Optional.ofNullable(document.evidence()).map(Seen::evidence),
                    Optional.ofNullable(document.upcoming())
                            .map(next -> new Upcoming(
                                    next, document.upcomingEvidence().evidence())),
                    Optional.ofNullable(document.heldReason())
                            .map(reason -> new Held(reason, document.heldSinceMillis())));
            return new ModeState(
                    document.generation(),
                    document.domain(),
                    tenant,
                    document.replay(),
                    document.mode(),
                    document.modeSinceMillis(),
                    document.identity(),
                    document.switches());
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new ToldException("the mode state contradicts itself", e);
        }
    }
}

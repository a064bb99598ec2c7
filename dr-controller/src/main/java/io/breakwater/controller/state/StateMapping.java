package io.breakwater.controller.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.breakwater.activation.Activation;
import io.breakwater.activation.Mode;
import io.breakwater.activation.Reason;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.state.DrState;
import io.breakwater.activation.state.Evidence;
import io.breakwater.activation.state.Held;
import io.breakwater.activation.state.Upcoming;
import io.breakwater.contracts.event.EventCodec;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Between the row and the tenant's state. Stateless. */
final class StateMapping {
    private static final TypeReference<Map<String, ReplayState>> REPLAYS = new TypeReference<>() {};

    private StateMapping() {}

    record StoredEvidence(List<List<String>> rrset, long seenAtMillis, String source) {
        static StoredEvidence of(Evidence evidence) {
            return new StoredEvidence(evidence.rrset().toLatin1(), evidence.seenAtEpochMillis(), evidence.source());
        }

        Evidence evidence() {
            return new Evidence(Rrset.ofLatin1(rrset), seenAtMillis, source);
        }
    }

    record StoredUpcoming(Activation activation, StoredEvidence evidence) {
        static StoredUpcoming of(Upcoming upcoming) {
            return new StoredUpcoming(upcoming.activation(), StoredEvidence.of(upcoming.evidence()));
        }

        Upcoming upcoming() {
            return new Upcoming(activation, evidence.evidence());
        }
    }

    static TenantState read(DrStateEntity row) {
        DrState state = DrState.of(
                Mode.valueOf(row.mode),
                row.sinceMillis,
                parse(row.activation, Activation.class),
                parse(row.evidence, StoredEvidence.class).map(StoredEvidence::evidence),
                parse(row.upcoming, StoredUpcoming.class).map(StoredUpcoming::upcoming),
                Optional.ofNullable(row.heldReason).map(reason -> new Held(Reason.valueOf(reason), row.heldSince)));
        return new TenantState(
                row.customerId,
                row.sequence,
                state,
                replays(row.replays),
                parse(row.observed, LastLook.class).orElse(null),
                denial(row),
                row.nextTimer,
                parse(row.proof, StoredEvidence.class)
                        .map(StoredEvidence::evidence)
                        .orElse(null),
                new Damping(row.minorTold, row.minorSuppressed, row.minorPending));
    }

    static void write(TenantState tenant, DrStateEntity row) {
        DrState state = tenant.state();
        row.sequence = tenant.sequence();
        row.mode = state.mode().name();
        row.sinceMillis = state.sinceMillis();
        row.activation = state.activation().map(StateMapping::json).orElse(null);
        row.evidence =
                state.evidence().map(StoredEvidence::of).map(StateMapping::json).orElse(null);
        row.upcoming =
                state.upcoming().map(StoredUpcoming::of).map(StateMapping::json).orElse(null);
        row.heldReason = state.held().map(held -> held.reason().name()).orElse(null);
        row.heldSince = state.held().map(Held::sinceMillis).orElse(null);
        row.replays = json(tenant.replays());
        row.observed = tenant.lastLook() == null ? null : json(tenant.lastLook());
        write(tenant.denial(), row);
        row.nextTimer = tenant.nextTimer();
        row.proof = tenant.proof() == null ? null : json(StoredEvidence.of(tenant.proof()));
        row.minorTold = tenant.damping().told();
        row.minorSuppressed = tenant.damping().suppressed();
        row.minorPending = tenant.damping().pending();
    }

    private static void write(Denial denial, DrStateEntity row) {
        row.deniedSince = denial == null ? null : denial.since();
        row.deniedLast = denial == null ? null : denial.last();
        row.deniedHeardSince = denial == null ? null : denial.heardSince();
        row.deniedHeardLast = denial == null ? null : denial.heardLast();
        row.deniedLooks = denial == null ? 0 : denial.looks();
    }

    private static Denial denial(DrStateEntity row) {
        return row.deniedSince == null
                ? null
                : new Denial(
                        row.deniedSince, row.deniedLast, row.deniedHeardSince, row.deniedHeardLast, row.deniedLooks);
    }

    private static String json(Object value) {
        try {
            return EventCodec.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> Optional<T> parse(String json, Class<T> type) {
        try {
            return json == null
                    ? Optional.empty()
                    : Optional.of(EventCodec.mapper().readValue(json, type));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, ReplayState> replays(String json) {
        try {
            return EventCodec.mapper().readValue(json, REPLAYS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.breakwater.config.drstate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.breakwater.activation.Mode;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import io.breakwater.config.sql.SessionSql;
import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.event.ReplayView;
import io.smallrye.mutiny.Uni;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rows of what is kept of tenants' DR state, in the caller's session. Stateless. */
final class StateStore {
    private static final TypeReference<List<List<String>>> RECORDS = new TypeReference<>() {};

    private static final String FIND =
            "select sequence, mode, mode_until, domain, replay, evidence, next_change from dr_state where customer_id = $1";
    private static final String LOCK = FIND + " for update";
    private static final String SAVE =
            "update dr_state set sequence = $2, mode = $3, mode_until = $4, domain = $5, replay = $6,"
                    + " evidence = $7, next_change = $8 where customer_id = $1";
    private static final String DUE =
            "select customer_id from dr_state where next_change <= $1 order by next_change, customer_id limit $2";
    private static final String SHORT =
            "select customer_id, sequence, case when mode_until < $1 then 'NORMAL' else mode end from dr_state where customer_id = any($2)";

    private StateStore() {}

    /** What tells whether the owner says anything new. */
    record Brief(long sequence, String mode) {
        boolean says(DrStateChanged state) {
            return sequence == state.sequence() && mode.equals(state.mode());
        }
    }

    /** Null for an unknown tenant. */
    static Uni<StoredState> find(long customerId) {
        return SessionSql.row(FIND, customerId).map(row -> row == null ? null : state(row));
    }

    /** The same with the row's lock. */
    static Uni<StoredState> lock(long customerId) {
        return SessionSql.row(LOCK, customerId).map(row -> row == null ? null : state(row));
    }

    static Uni<Void> save(long customerId, StoredState state) {
        return SessionSql.update(
                        SAVE,
                        customerId,
                        state.sequence(),
                        state.mode().name(),
                        state.until(),
                        state.domain(),
                        json(ReplayViews.view(state.replay())),
                        state.evidence()
                                .map(Rrset::toLatin1)
                                .map(StateStore::json)
                                .orElse(null),
                        state.nextChange())
                .replaceWithVoid();
    }

    /** Tenants whose evidence says something else by now. */
    static Uni<List<Long>> due(long now, int most) {
        return SessionSql.rows(DUE, now, most)
                .map(rows -> rows.stream().map(row -> (Long) row[0]).toList());
    }

    static Uni<Map<Long, Brief>> brief(List<Long> customerIds, long now) {
        return SessionSql.rows(SHORT, now, customerIds.toArray(Long[]::new))
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> (Long) row[0], row -> new Brief((Long) row[1], (String) row[2]))));
    }

    private static StoredState state(Object[] row) {
        return new StoredState(
                (Long) row[0],
                Mode.valueOf((String) row[1]),
                (Long) row[2],
                (String) row[3],
                read((String) row[4], ReplayView.class).map(ReplayViews::state).orElse(ReplayState.EMPTY),
                records((String) row[5]),
                (Long) row[6]);
    }

    private static Optional<Rrset> records(String json) {
        try {
            return json == null
                    ? Optional.empty()
                    : Optional.of(Rrset.ofLatin1(EventCodec.mapper().readValue(json, RECORDS)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("stored evidence is not readable", e);
        }
    }

    private static <T> Optional<T> read(String json, Class<T> type) {
        try {
            return json == null
                    ? Optional.empty()
                    : Optional.of(EventCodec.mapper().readValue(json, type));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a stored replay state is not readable", e);
        }
    }

    private static String json(Object value) {
        try {
            return value == null ? null : EventCodec.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("what was judged cannot be written as JSON", e);
        }
    }
}

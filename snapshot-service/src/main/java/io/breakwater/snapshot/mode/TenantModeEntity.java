package io.breakwater.snapshot.mode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.breakwater.activation.Mode;
import io.breakwater.activation.ReplayState;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.event.ReplayView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Entity
@Table(name = "tenant_mode")
class TenantModeEntity {
    private static final TypeReference<List<List<String>>> RECORDS = new TypeReference<>() {};
    private static final TypeReference<ReplayView> REPLAY = new TypeReference<>() {};

    @Id
    @Column(name = "customer_id")
    String customerId;

    @Column(name = "mode", nullable = false)
    String mode;

    @Column(name = "mode_until")
    Long modeUntil;

    @Column(name = "dr_sequence", nullable = false)
    long drSequence;

    @Column(name = "domain")
    String domain;

    @Column(name = "replay")
    String replay;

    @Column(name = "evidence")
    String evidence;

    @Column(name = "changed_at", nullable = false)
    Instant changedAt;

    KnownMode known() {
        return new KnownMode(
                drSequence,
                Mode.valueOf(mode),
                modeUntil,
                domain,
                replay(),
                read(evidence, RECORDS).flatMap(EvidenceJudge::read));
    }

    void take(KnownMode known, Instant now) {
        mode = known.mode().name();
        modeUntil = known.until();
        drSequence = known.sequence();
        domain = known.domain();
        replay = ReplayState.EMPTY.equals(known.replay()) ? null : json(view(known.replay()));
        evidence = known.evidence().map(rrset -> json(rrset.toLatin1())).orElse(null);
        changedAt = now;
    }

    /** @param latest how far ahead of the clock the start of something that was applied may lie, epoch seconds */
    TenantMode at(long now, long latest) {
        KnownMode known = known();
        Long lastT = known.replay().lastT();
        boolean sound = !ReplayState.EMPTY.equals(known.replay()) && (lastT == null || lastT <= latest);
        return new TenantMode(customerId, known.modeAt(now), sound ? view(known.replay()) : null);
    }

    private ReplayState replay() {
        return read(replay, REPLAY)
                .map(view -> new ReplayState(
                        view.lastT(),
                        view.lastIdentity(),
                        view.lastX(),
                        view.superseded() == null ? Map.of() : view.superseded()))
                .orElse(ReplayState.EMPTY);
    }

    private static ReplayView view(ReplayState state) {
        return new ReplayView(state.lastT(), state.lastIdentity(), state.lastX(), state.superseded());
    }

    /** What cannot be read counts as nothing: the owner's next answer writes it anew. */
    private static <T> Optional<T> read(String json, TypeReference<T> type) {
        try {
            return json == null
                    ? Optional.empty()
                    : Optional.of(EventCodec.mapper().readValue(json, type));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static String json(Object value) {
        try {
            return EventCodec.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("replay states and record sets are always JSON", e);
        }
    }
}

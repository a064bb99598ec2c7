package io.breakwater.snapshot.mode;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.breakwater.activation.Mode;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.event.ReplayView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.UncheckedIOException;
import java.time.Instant;

@Entity
@Table(name = "tenant_mode")
class TenantModeEntity {
    @Id
    @Column(name = "customer_id")
    String customerId;

    @Column(name = "mode", nullable = false)
    String mode;

    @Column(name = "dr_sequence", nullable = false)
    long drSequence;

    @Column(name = "replay")
    String replay;

    @Column(name = "changed_at", nullable = false)
    Instant changedAt;

    TenantMode toMode() {
        return new TenantMode(customerId, Mode.valueOf(mode), drSequence, replayView());
    }

    void take(TenantMode told, Instant now) {
        mode = told.mode().name();
        drSequence = told.sequence();
        replay = json(told.replay());
        changedAt = now;
    }

    private ReplayView replayView() {
        try {
            return replay == null ? null : EventCodec.mapper().readValue(replay, ReplayView.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("the stored replay state is not readable", e);
        }
    }

    private static String json(ReplayView replay) {
        try {
            return replay == null ? null : EventCodec.mapper().writeValueAsString(replay);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a replay state is always JSON", e);
        }
    }
}

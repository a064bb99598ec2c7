package io.breakwater.agent.trust;

import io.breakwater.activation.Policy;
import io.breakwater.activation.Replay;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.TrustedKey;
import io.breakwater.agent.identity.Enrolment;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.EventKey;
import io.breakwater.contracts.event.ReplayView;
import io.breakwater.contracts.snapshot.SnapshotIndex;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the agent believes, as one immutable value.
 *
 * @param designated whether its group is designated for DR
 * @param settings the tenant's DR settings, or null when it has none
 * @param keys the settings' keys, ready for use; one that cannot be read verifies nothing but still makes the tenant one with a key
 * @param replay the tenant's replay state when this was issued: what an agent without a state of its own begins with
 * @param sequence of the index this comes from; 0: from the enrolment
 * @param snapshotKeys whose signature counts on snapshots and indexes
 * @param eventKeys by which the events are known that come on the bus; empty: none of them counts
 */
public record Trust(
        String customerId,
        String groupId,
        boolean designated,
        DrSettings settings,
        List<TrustedKey> keys,
        Policy policy,
        ReplayState replay,
        long sequence,
        List<PublicKey> snapshotKeys,
        List<EventKey> eventKeys) {

    /** @throws GeneralSecurityException when a snapshot key is none */
    public static Trust of(Enrolment enrolment) throws GeneralSecurityException {
        return of(
                enrolment.customerId(),
                enrolment.groupId(),
                enrolment.designated(),
                enrolment.drSettings(),
                enrolment.replay(),
                0,
                SignedDocument.keys(enrolment.snapshotPublicKeys()),
                enrolment.eventKeys());
    }

    /** The same agent's trust after a newer index. One of a version that does not tell event keys takes none away. */
    Trust with(SnapshotIndex index) {
        return of(
                customerId,
                groupId,
                index.designated(),
                index.drSettings(),
                index.replay(),
                index.sequence(),
                snapshotKeys,
                index.eventKeys().isEmpty() ? eventKeys : index.eventKeys());
    }

    private static Trust of(
            String customerId,
            String groupId,
            boolean designated,
            DrSettings settings,
            ReplayView replay,
            long sequence,
            List<PublicKey> snapshotKeys,
            List<EventKey> eventKeys) {
        List<TrustedKey> keys = settings == null || settings.publicKeys() == null
                ? List.of()
                : settings.publicKeys().stream()
                        .map(key -> TrustedKey.orUnusable(key.pem()))
                        .toList();
        return new Trust(
                customerId,
                groupId,
                designated,
                settings,
                keys,
                settings == null ? Policy.DEFAULT : new Policy(settings.compatSignedText(), replayPolicy(settings)),
                replay == null ? ReplayState.EMPTY : replay(replay),
                sequence,
                snapshotKeys,
                eventKeys);
    }

    /** The DR domain, or empty when the tenant has none yet: then there is nothing to look up. */
    public Optional<String> domain() {
        return Optional.ofNullable(settings).map(DrSettings::domain).filter(domain -> !domain.isBlank());
    }

    /** Only what is said exactly loosens the rule. */
    private static Replay replayPolicy(DrSettings settings) {
        return Replay.WINDOW_ONLY.label().equals(settings.replay()) ? Replay.WINDOW_ONLY : Replay.STRICT;
    }

    private static ReplayState replay(ReplayView view) {
        Map<String, Long> superseded = view.superseded() == null ? Map.of() : view.superseded();
        return new ReplayState(view.lastT(), view.lastIdentity(), view.lastX(), superseded);
    }
}

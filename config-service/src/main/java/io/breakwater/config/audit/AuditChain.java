package io.breakwater.config.audit;

import io.breakwater.config.audit.AuditVerificationView.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/** Follows a trail from its anchor, entry by entry. For one trail and one thread. */
final class AuditChain {
    private long sequence;
    private byte[] hash;
    private long looked;
    private AuditVerificationView fault;

    /** @param anchorSequence number of the entry that the trail begins after, with its hash */
    AuditChain(long anchorSequence, byte[] anchorHash) {
        this.sequence = anchorSequence;
        this.hash = anchorHash;
    }

    /** Number of the last entry that was found as it was written. */
    long sequence() {
        return sequence;
    }

    boolean isBroken() {
        return fault != null;
    }

    /** In order of their numbers; what comes after the first fault is only looked at for the entry that belongs there. */
    void follow(List<StoredEntry> entries) {
        for (StoredEntry entry : entries) {
            if (fault == null) {
                follow(entry);
            } else if (fault.reason() == Reason.ALTERED && belongsAt(fault.firstFault(), entry)) {
                fault = faulty(fault.firstFault(), Reason.REORDERED);
            }
        }
    }

    /** @param headSequence number and hash of the newest entry, as they are kept beside the trail */
    AuditVerificationView end(long headSequence, byte[] headHash) {
        if (fault == null && sequence < headSequence) {
            fault = faulty(sequence + 1, Reason.MISSING);
        }
        if (fault == null && !Arrays.equals(hash, headHash)) {
            fault = faulty(sequence, Reason.ALTERED);
        }
        return fault == null ? new AuditVerificationView(true, looked, null, null) : fault;
    }

    private void follow(StoredEntry entry) {
        looked++;
        if (entry.sequence() != sequence + 1) {
            fault = faulty(sequence + 1, Reason.MISSING);
            return;
        }
        byte[] expected = hash(hash, entry.sequence(), entry.content());
        if (!Arrays.equals(expected, entry.hash())) {
            fault = faulty(entry.sequence(), Reason.ALTERED);
        } else if (!entry.isConsistent()) {
            fault = faulty(entry.sequence(), Reason.ALTERED);
        } else {
            sequence = entry.sequence();
            hash = expected;
        }
    }

    /** Whether it was written under that number, after what was found intact. */
    private boolean belongsAt(long place, StoredEntry entry) {
        return Arrays.equals(hash(hash, place, entry.content()), entry.hash());
    }

    private AuditVerificationView faulty(long at, Reason reason) {
        return new AuditVerificationView(false, looked, at, reason);
    }

    static byte[] hash(byte[] before, long sequence, String content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            digest.update((sequence + "\n" + content).getBytes(StandardCharsets.UTF_8));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

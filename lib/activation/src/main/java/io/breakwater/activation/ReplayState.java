package io.breakwater.activation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What was applied before for a tenant and domain: section 6 of the specification. It is stored together with the mode, in one transaction
 * or one durable write.
 *
 * <p>A superseded identity is forgotten only when there are more than {@link #MOST_SUPERSEDED}, the ones past their end first: a record
 * without t that came back after its own end would otherwise count as the newest one that has ended, and end the mode in force.
 *
 * @param lastT greatest start time that was applied, epoch seconds, or null when none had one
 * @param lastIdentity of the activation that was applied last, or null when none was
 * @param lastX its end time, epoch seconds, or null when it had none
 * @param superseded identities that were applied once and replaced, with their end times ({@link Long#MAX_VALUE}: none)
 */
public record ReplayState(Long lastT, String lastIdentity, Long lastX, Map<String, Long> superseded) {

    public static final int MOST_SUPERSEDED = 256;

    /** Nothing was applied yet. */
    public static final ReplayState EMPTY = new ReplayState(null, null, null, Map.of());

    public ReplayState {
        superseded = Map.copyOf(superseded);
    }

    /**
     * The state once a verdict has taken effect. APPLY and EXPIRED advance it; PENDING, NONE and HOLD never do.
     *
     * @param now epoch seconds
     */
    public ReplayState after(Verdict verdict, long now) {
        if (verdict instanceof Verdict.Apply || verdict instanceof Verdict.Expired) {
            return verdict.activation().map(applied -> after(applied, now)).orElse(this);
        }
        return this;
    }

    /** Whether an activation is older than what was applied, or was superseded. */
    boolean refuses(Activation activation) {
        if (activation.identity().equals(lastIdentity)) {
            return false;
        }
        if (superseded.containsKey(activation.identity())) {
            return true;
        }
        return lastT != null && activation.startOrder() <= lastT;
    }

    private ReplayState after(Activation applied, long now) {
        if (applied.identity().equals(lastIdentity)) {
            return this;
        }
        Map<String, Long> replaced = new HashMap<>(superseded);
        replaced.remove(applied.identity());
        if (lastIdentity != null) {
            replaced.put(lastIdentity, Objects.requireNonNullElse(lastX, Long.MAX_VALUE));
        }
        while (replaced.size() > MOST_SUPERSEDED) {
            replaced.remove(leastWorthKeeping(replaced));
        }
        return new ReplayState(greater(lastT, applied.t()), applied.identity(), applied.x(), replaced);
    }

    private static String leastWorthKeeping(Map<String, Long> ends) {
        return ends.entrySet().stream()
                .min(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .orElseThrow()
                .getKey();
    }

    private static Long greater(Long one, Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.max(one, other);
    }
}

package io.breakwater.config.audit;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What became of verifying a tenant's audit trail.
 *
 * @param intact whether no entry was altered, removed, added or reordered
 * @param entries looked at
 * @param firstFault number of the first entry that is not as it was written, or null
 * @param reason what is wrong with it: {@code ALTERED}, {@code MISSING} or {@code REORDERED}, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditVerificationView(boolean intact, long entries, Long firstFault, Reason reason) {
    /** What can be wrong with an entry. */
    public enum Reason {
        /** Its content or columns are not what was hashed. */
        ALTERED,
        /** There is none of that number. */
        MISSING,
        /** It stands where another one was written. */
        REORDERED
    }
}

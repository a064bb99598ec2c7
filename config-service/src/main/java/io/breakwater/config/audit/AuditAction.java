package io.breakwater.config.audit;

/** What was done. */
public enum AuditAction {
    CREATE,
    UPDATE,
    DELETE,
    DOWNLOAD,
    SIGN_IN,
    /** A sign-in that was refused. */
    SIGN_IN_REFUSED,
    /** A request of a known client that was refused: not permitted, of another tenant, or while DR is active. */
    REFUSED
}

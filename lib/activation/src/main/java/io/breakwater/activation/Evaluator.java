package io.breakwater.activation;

import java.util.List;

/** The one function that decides what a record set means. Pure: the same arguments give the same evaluation, and any octets give one. */
public final class Evaluator {

    private Evaluator() {}

    /**
     * Judges the TXT records at a DR domain. A look-up that failed is no observation: it must not get here.
     *
     * @param rrset every TXT record at the name, in any order; empty for NODATA and NXDOMAIN
     * @param domain the tenant's configured DR domain, never the target of a CNAME
     * @param keys the tenant's keys; when there is one, even a refused one, unsigned records do not count
     * @param state what was applied before
     * @param nowEpochSeconds the present
     */
    public static Evaluation evaluate(
            Rrset rrset, String domain, List<TrustedKey> keys, Policy policy, ReplayState state, long nowEpochSeconds) {
        return choose(examine(rrset, domain, keys, policy), policy, state, nowEpochSeconds);
    }

    /** Reads and verifies, which does not depend on time: the result may be kept for as long as the four arguments are the same. */
    public static Examination examine(Rrset rrset, String domain, List<TrustedKey> keys, Policy policy) {
        return new Examiner(domain, keys, policy.compatSignedText()).examine(rrset);
    }

    /** Chooses among what an examination found. */
    public static Evaluation choose(Examination examination, Policy policy, ReplayState state, long nowEpochSeconds) {
        return Choice.choose(examination, policy.replay(), state, nowEpochSeconds);
    }
}

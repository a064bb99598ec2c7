package io.breakwater.agent.upkeep;

import io.breakwater.agent.centre.CentreFailure;
import io.breakwater.agent.centre.CentreFailure.Kind;
import io.breakwater.agent.enrolment.CertificateRenewal;
import io.breakwater.agent.identity.AgentIdentity;
import io.breakwater.agent.pace.PacedLoop;
import io.breakwater.agent.snapshot.Refused;
import io.breakwater.agent.snapshot.SnapshotRefresher;
import io.breakwater.agent.status.Signals;
import io.breakwater.agent.status.Trouble;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;

/**
 * The agent's work with the centre, one round at a time: enrols until that is done, then renews when due and follows the snapshots. Rests
 * while the agent's own mode is not NORMAL. The step of a loop; each failure is said and backed off from, none is the end.
 */
public final class Upkeep implements PacedLoop.Step {
    private static final Duration RESTING = Duration.ofMillis(500);

    private final Joining joining;
    private final IdentityHolder identity;
    private final CertificateRenewal renewal;
    private final SnapshotRefresher refresher;
    private final Signals signals;
    private final Pacing pacing;

    public Upkeep(
            Joining joining,
            IdentityHolder identity,
            CertificateRenewal renewal,
            SnapshotRefresher refresher,
            Signals signals,
            Pacing pacing) {
        this.joining = joining;
        this.identity = identity;
        this.renewal = renewal;
        this.refresher = refresher;
        this.signals = signals;
        this.pacing = pacing;
    }

    @Override
    public Duration run() throws InterruptedException {
        Optional<AgentIdentity> known = identity.identity();
        if (known.isEmpty()) {
            return join();
        }
        if (!pacing.isNormal()) {
            return RESTING;
        }
        try {
            renewWhenDue(known.get());
            refresher.refresh(identity.identity().orElseThrow());
            signals.troubles().clear(Trouble.CENTRE);
            signals.troubles().clear(Trouble.SNAPSHOT);
            return pacing.succeeded();
        } catch (CentreFailure e) {
            return failed(e);
        } catch (Refused e) {
            signals.metrics().snapshotRefused(e.why().name());
            signals.troubles().clear(Trouble.CENTRE);
            signals.troubles().raise(Trouble.SNAPSHOT, e.getMessage());
            return pacing.failed();
        } catch (IOException e) {
            signals.troubles().raise(Trouble.SNAPSHOT, "a snapshot cannot be stored: " + e.getMessage());
            return pacing.failed();
        }
    }

    private Duration join() {
        try {
            joining.join();
            signals.troubles().clear(Trouble.IDENTITY);
            signals.changed().run();
            return pacing.succeeded();
        } catch (CentreFailure | IOException | GeneralSecurityException e) {
            signals.troubles().raise(Trouble.IDENTITY, "not enrolled: " + e.getMessage());
            return pacing.failed();
        }
    }

    private void renewWhenDue(AgentIdentity known) throws CentreFailure {
        if (!renewal.isDue(known)) {
            return;
        }
        try {
            identity.set(renewal.renew(known));
            signals.troubles().clear(Trouble.IDENTITY);
            signals.changed().run();
        } catch (IOException | GeneralSecurityException e) {
            signals.troubles().raise(Trouble.IDENTITY, "the certificate cannot be renewed: " + e.getMessage());
        } catch (CentreFailure e) {
            if (e.kind() != Kind.REFUSED) {
                throw e;
            }
            signals.troubles().raise(Trouble.IDENTITY, "the certificate is not renewed: " + e.getMessage());
        }
    }

    private Duration failed(CentreFailure failure) {
        if (failure.kind() == Kind.CUT_OFF) {
            return RESTING;
        }
        String sentence = failure.kind() == Kind.SUPERSEDED
                ? "a newer process uses this agent's certificate, the centre does not talk to this one: "
                        + failure.getMessage()
                : failure.getMessage();
        signals.troubles().raise(Trouble.CENTRE, sentence);
        return pacing.failed();
    }
}

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
import io.breakwater.agent.words.Words;
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
    private final CentreContact contact;
    private final CertificateRenewal renewal;
    private final SnapshotRefresher refresher;
    private final Signals signals;
    private final Pacing pacing;

    public Upkeep(
            Joining joining,
            Standing standing,
            CertificateRenewal renewal,
            SnapshotRefresher refresher,
            Signals signals,
            Pacing pacing) {
        this.joining = joining;
        this.identity = standing.identity();
        this.contact = standing.contact();
        this.renewal = renewal;
        this.refresher = refresher;
        this.signals = signals;
        this.pacing = pacing;
    }

    /** Who the agent is, and how it stands with the centre. */
    public record Standing(IdentityHolder identity, CentreContact contact) {}

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
            contact.reached();
            return pacing.succeeded();
        } catch (CentreFailure e) {
            return failed(e);
        } catch (Refused e) {
            signals.metrics().snapshotRefused(e.why().name());
            signals.troubles().clear(Trouble.CENTRE);
            signals.troubles().raise(Trouble.SNAPSHOT, Words.of(e));
            contact.reached();
            return pacing.failed();
        } catch (IOException e) {
            signals.troubles().raise(Trouble.SNAPSHOT, "a snapshot cannot be stored: " + Words.of(e));
            return pacing.failed();
        }
    }

    private Duration join() {
        try {
            joining.join();
            signals.troubles().clear(Trouble.IDENTITY);
            contact.reached();
            signals.changed().run();
            return pacing.succeeded();
        } catch (CentreFailure e) {
            contact.failed(e, true);
            return notJoined(e);
        } catch (IOException | GeneralSecurityException e) {
            return notJoined(e);
        }
    }

    private Duration notJoined(Exception failure) {
        signals.troubles().raise(Trouble.IDENTITY, joining.standing() + ": " + Words.of(failure));
        return pacing.failed();
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
            signals.troubles().raise(Trouble.IDENTITY, "the certificate cannot be renewed: " + Words.of(e));
        } catch (CentreFailure e) {
            if (e.kind() != Kind.REFUSED && e.kind() != Kind.FORBIDDEN) {
                throw e;
            }
            signals.troubles().raise(Trouble.IDENTITY, "the certificate is not renewed: " + Words.of(e));
        }
    }

    private Duration failed(CentreFailure failure) {
        contact.failed(failure, false);
        if (failure.kind() == Kind.CUT_OFF) {
            return RESTING;
        }
        signals.troubles().raise(Trouble.CENTRE, sentence(failure));
        return pacing.failed();
    }

    private static String sentence(CentreFailure failure) {
        return switch (failure.kind()) {
            case SUPERSEDED ->
                "a newer process uses this agent's certificate, the centre does not talk to this one: "
                        + Words.of(failure);
            case UNAUTHORIZED, FORBIDDEN ->
                "the centre refuses this agent: its home belongs to another installation, or the"
                        + " agent was deleted or disabled there (" + Words.of(failure)
                        + "). To enrol it anew, stop it, move its home away and give it a provisioning key";
            default -> Words.of(failure);
        };
    }
}

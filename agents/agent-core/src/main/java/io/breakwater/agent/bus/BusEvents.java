package io.breakwater.agent.bus;

import io.breakwater.activation.Rrset;
import io.breakwater.activation.state.Evidence;
import io.breakwater.agent.mode.ModeKeeper;
import io.breakwater.agent.mode.Source;
import io.breakwater.agent.trust.Trust;
import io.breakwater.agent.trust.TrustStore;
import io.breakwater.contracts.event.DrObserved;
import java.util.Optional;

/**
 * What the agent does with what the watcher saw: with a key, evidence for the mode keeper; without one, only a reason to look by itself
 * (I2). For the bus's thread; {@link #again} from any.
 */
public final class BusEvents {
    private final TrustStore trust;
    private final ModeKeeper keeper;
    private final Runnable look;
    private volatile DrObserved latest;

    /** @param look makes the agent look the record up in DNS at once */
    public BusEvents(TrustStore trust, ModeKeeper keeper, Runnable look) {
        this.trust = trust;
        this.keeper = keeper;
        this.look = look;
    }

    /** @throws IllegalArgumentException when the event cannot be what it says it is; the message holds no payload */
    void observed(DrObserved event) throws InterruptedException {
        if (event.rrset() == null || event.domain() == null || event.seenAt() == null) {
            throw new IllegalArgumentException("an observation without domain, record set or time");
        }
        latest = event;
        Optional<Evidence> evidence = evidence(event);
        if (evidence.isPresent()) {
            keeper.observePatiently(evidence.get(), Source.BUS);
        }
    }

    /** Judges the latest observation again, because the trust changed. */
    public void again() {
        DrObserved event = latest;
        if (event != null) {
            evidence(event).ifPresent(evidence -> keeper.observe(evidence, Source.BUS));
        }
    }

    /** Empty when it is for others, or only a reason to look. */
    private Optional<Evidence> evidence(DrObserved event) {
        Optional<Trust> believed = trust.trust();
        if (believed.isEmpty() || !concerns(event, believed.get())) {
            return Optional.empty();
        }
        if (believed.get().keys().isEmpty()) {
            look.run();
            return Optional.empty();
        }
        Rrset rrset = Rrset.ofLatin1(event.rrset());
        return Optional.of(new Evidence(rrset, event.seenAt().toEpochMilli(), Source.BUS.name()));
    }

    private static boolean concerns(DrObserved event, Trust trust) {
        return trust.customerId().equals(event.customerId())
                && trust.domain()
                        .filter(domain -> bare(domain).equalsIgnoreCase(bare(event.domain())))
                        .isPresent();
    }

    private static String bare(String domain) {
        return domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
    }
}

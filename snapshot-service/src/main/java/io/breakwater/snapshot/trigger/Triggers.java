package io.breakwater.snapshot.trigger;

import io.breakwater.activation.Mode;
import io.breakwater.contracts.event.ConfigChanged;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.outbox.Inbox;
import io.breakwater.platform.events.PoisonEventException;
import io.breakwater.snapshot.capture.CaptureRequests;
import io.breakwater.snapshot.mode.TenantMode;
import io.breakwater.snapshot.mode.TenantModes;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** What each event means here. Each method is one transaction: inbox row, change and request commit together or not at all (I5). */
@Singleton
class Triggers {
    private static final Logger LOG = Logger.getLogger(Triggers.class);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Inbox inbox;
    private final CaptureRequests requests;
    private final TenantModes modes;

    Triggers(Inbox inbox, CaptureRequests requests, TenantModes modes) {
        this.inbox = inbox;
        this.requests = requests;
        this.modes = modes;
    }

    @WithTransaction
    Uni<Void> configurationChanged(EventEnvelope<ConfigChanged> event) {
        ConfigChanged change = event.data();
        return once(
                "config-changed",
                event,
                change.customerId(),
                () -> requests.changed(change.customerId(), change.revision()));
    }

    /** Tells only that there is something to read: the settings themselves are taken from config-service's view. */
    @WithTransaction
    Uni<Void> settingsChanged(EventEnvelope<DrSettings> event) {
        DrSettings settings = event.data();
        return once(
                "dr-settings",
                event,
                settings.customerId(),
                () -> requests.changed(settings.customerId(), settings.revision()));
    }

    @WithTransaction
    Uni<Void> stateChanged(EventEnvelope<DrStateChanged> event) {
        DrStateChanged state = event.data();
        TenantMode told = new TenantMode(state.customerId(), mode(state.mode()), state.sequence(), state.replay());
        return once(
                "dr-state", event, state.customerId(), () -> modes.tell(told).chain(before -> follow(before, told)));
    }

    /** Back in NORMAL everything that was held back is caught up with; a new replay state belongs into the indexes. */
    private Uni<Void> follow(TenantMode before, TenantMode told) {
        if (told.sequence() <= before.sequence()) {
            return Uni.createFrom().voidItem();
        }
        if (before.mode() != told.mode()) {
            LOG.infof("Tenant %s is in mode %s", told.customerId(), told.mode());
        }
        boolean replayChanged = !Objects.equals(before.replay(), told.replay());
        return before.mode() != told.mode() || replayChanged
                ? requests.lookAgain(told.customerId())
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> once(String consumer, EventEnvelope<?> event, String customerId, Supplier<Uni<Void>> work) {
        if (!ID.matcher(customerId).matches()) {
            return Uni.createFrom().failure(new PoisonEventException("the customer id is none"));
        }
        return inbox.firstTime(consumer, event)
                .chain(first -> first ? work.get() : Uni.createFrom().voidItem());
    }

    private static Mode mode(String name) {
        try {
            return Mode.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new PoisonEventException("the mode is none of NORMAL, TEST and ACTIVE");
        }
    }
}

package io.breakwater.snapshot.trigger;

import io.breakwater.activation.Mode;
import io.breakwater.contracts.event.ConfigChanged;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.outbox.Inbox;
import io.breakwater.platform.events.PoisonEventException;
import io.breakwater.platform.owner.Doubts;
import io.breakwater.snapshot.capture.CaptureRequests;
import io.breakwater.snapshot.mode.ModeChange;
import io.breakwater.snapshot.mode.ModeDoubt;
import io.breakwater.snapshot.mode.TenantModes;
import io.breakwater.snapshot.settings.TenantSettings;
import io.breakwater.snapshot.truth.Tables;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Arrays;
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
    private final TenantSettings settings;
    private final TenantModes modes;
    private final Doubts doubts;

    Triggers(Inbox inbox, CaptureRequests requests, TenantSettings settings, TenantModes modes, Doubts doubts) {
        this.inbox = inbox;
        this.requests = requests;
        this.settings = settings;
        this.modes = modes;
        this.doubts = doubts;
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

    /** Tells only that there is something to read: the settings themselves are read from config-service. */
    @WithTransaction
    Uni<Void> settingsChanged(EventEnvelope<DrSettings> event) {
        DrSettings told = event.data();
        return once("dr-settings", event, told.customerId(), () -> requests.changed(told.customerId(), told.revision()))
                .invoke(() -> doubts.raise(Tables.DR_SETTINGS, "told"));
    }

    /** Takes what the event's evidence shows. What it does not show is asked of dr-controller. */
    @WithTransaction
    Uni<Void> stateChanged(EventEnvelope<DrStateChanged> event) {
        DrStateChanged state = event.data();
        if (Arrays.stream(Mode.values()).noneMatch(mode -> mode.name().equals(state.mode()))) {
            throw new PoisonEventException("the mode is none of NORMAL, TEST and ACTIVE");
        }
        return once(
                "dr-state",
                event,
                state.customerId(),
                () -> settings.of(state.customerId())
                        .chain(known -> known == null
                                ? unknown()
                                : modes.tell(state, known).chain(this::follow)));
    }

    private Uni<Void> unknown() {
        doubts.raise(Tables.DR_SETTINGS, ModeDoubt.UNKNOWN_TENANT.label());
        doubts.raise(Tables.DR_STATES, ModeDoubt.UNKNOWN_TENANT.label());
        return Uni.createFrom().voidItem();
    }

    /** Back in NORMAL everything that was held back is caught up with; a new replay state belongs into the indexes. */
    private Uni<Void> follow(ModeChange change) {
        change.doubt().ifPresent(doubt -> doubts.raise(Tables.DR_STATES, doubt.label()));
        if (change.ofMode()) {
            LOG.infof(
                    "Tenant %s is in mode %s",
                    change.after().customerId(), change.after().mode());
        }
        return change.isSeen()
                ? requests.lookAgain(change.after().customerId())
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> once(String consumer, EventEnvelope<?> event, String customerId, Supplier<Uni<Void>> work) {
        if (!ID.matcher(customerId).matches()) {
            return Uni.createFrom().failure(new PoisonEventException("the customer id is none"));
        }
        return inbox.firstTime(consumer, event)
                .chain(first -> first ? work.get() : Uni.createFrom().voidItem());
    }
}

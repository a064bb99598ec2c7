package io.breakwater.snapshot.truth;

import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.snapshot.capture.CaptureRequests;
import io.breakwater.snapshot.mode.ModeChange;
import io.breakwater.snapshot.mode.TenantModes;
import io.breakwater.snapshot.settings.TenantSettings;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Mends one tenant's mode: one transaction with the request for the index that says it. */
@Singleton
class ModeMender {
    private static final Logger LOG = Logger.getLogger(ModeMender.class);

    private final TenantModes modes;
    private final TenantSettings settings;
    private final CaptureRequests requests;

    ModeMender(TenantModes modes, TenantSettings settings, CaptureRequests requests) {
        this.modes = modes;
        this.settings = settings;
        this.requests = requests;
    }

    @WithSession
    Uni<List<String>> told() {
        return modes.told();
    }

    /** Whether anything that can be seen changed. */
    @WithTransaction
    Uni<Boolean> own(DrStateChanged state) {
        return mend(state.customerId(), known -> modes.own(state, known));
    }

    @WithTransaction
    Uni<Boolean> disown(String customerId) {
        return mend(customerId, known -> modes.disown(customerId, known));
    }

    private Uni<Boolean> mend(String customerId, Function<DrSettings, Uni<ModeChange>> change) {
        return settings.of(customerId)
                .chain(known -> known == null
                        ? Uni.createFrom().item(false)
                        : change.apply(known).chain(changed -> follow(customerId, changed)));
    }

    private Uni<Boolean> follow(String customerId, ModeChange change) {
        if (change.ofMode()) {
            LOG.warnf(
                    "Tenant %s is in mode %s: its owner says so",
                    customerId, change.after().mode());
        }
        return change.isSeen()
                ? requests.lookAgain(customerId).replaceWith(true)
                : Uni.createFrom().item(false);
    }
}

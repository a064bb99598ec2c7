package io.breakwater.agent.snapshot;

import io.breakwater.agent.disk.BoundedFile;
import io.breakwater.agent.identity.Enrolment;
import io.breakwater.agent.identity.Remains;
import io.breakwater.agent.trust.Trust;
import io.breakwater.contracts.config.CustomerConf;
import io.breakwater.contracts.config.GroupConf;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.snapshot.SnapshotFiles;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Puts a lost enrolment together from a snapshot, when the signed index is lost with it: a snapshot tells the group and the DR settings,
 * and counts when its manifest is signed for that tenant and group. It knows neither replay state nor event keys. Stateless.
 */
public final class EnrolmentFromSnapshots implements Remains.Rebuilder {
    private static final Logger LOG = Logger.getLogger(EnrolmentFromSnapshots.class);
    private static final int MOST_OCTETS = 4 << 20;

    private final SnapshotStore store;

    public EnrolmentFromSnapshots(SnapshotStore store) {
        this.store = store;
    }

    @Override
    public Optional<Enrolment> rebuild(Remains remains) {
        for (String name : names()) {
            try {
                Enrolment candidate = candidate(name, remains);
                store.configuration(name, Trust.of(candidate));
                return Optional.of(candidate);
            } catch (IOException | GeneralSecurityException | Refused | RuntimeException e) {
                LOG.debugf(e, "nothing can be put together from %s", name);
            }
        }
        return Optional.empty();
    }

    private List<String> names() {
        try {
            return store.names();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** What the snapshot says, not believed yet. */
    private Enrolment candidate(String name, Remains remains) throws IOException {
        CustomerConf customer = EventCodec.mapper()
                .readValue(
                        BoundedFile.read(store.directory(name).resolve(SnapshotFiles.CUSTOMER), MOST_OCTETS),
                        CustomerConf.class);
        GroupConf group = customer.group();
        return new Enrolment(
                remains.agentId(),
                remains.customerId(),
                group.id(),
                customer.groupKind(),
                group.name(),
                group.useInDrMode(),
                customer.drSettings(),
                null,
                remains.snapshotKeys(),
                List.of());
    }
}

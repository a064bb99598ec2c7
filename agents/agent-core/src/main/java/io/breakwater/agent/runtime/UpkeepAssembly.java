package io.breakwater.agent.runtime;

import io.breakwater.agent.RunningAgent;
import io.breakwater.agent.enrolment.CertificateRenewal;
import io.breakwater.agent.enrolment.Enroller;
import io.breakwater.agent.enrolment.ProvisioningKey;
import io.breakwater.agent.identity.IdentityStore;
import io.breakwater.agent.pace.Backoff;
import io.breakwater.agent.snapshot.EnrolmentFromSnapshots;
import io.breakwater.agent.snapshot.SnapshotDownload;
import io.breakwater.agent.snapshot.SnapshotInstaller;
import io.breakwater.agent.snapshot.SnapshotIntake;
import io.breakwater.agent.snapshot.SnapshotRefresher;
import io.breakwater.agent.trust.TrustStore;
import io.breakwater.agent.upkeep.Joining;
import io.breakwater.agent.upkeep.Pacing;
import io.breakwater.agent.upkeep.Upkeep;
import java.util.random.RandomGenerator;

/** Puts together what works with the centre. */
record UpkeepAssembly(IdentityStore identities, Joining joining, Upkeep upkeep) {

    static UpkeepAssembly of(Foundation foundation, Runnable trustChanged) {
        AgentConfig config = foundation.config();
        IdentityStore identities = new IdentityStore(
                foundation.home().identity(), foundation.surroundings().disk());
        Joining joining = joining(foundation, identities, trustChanged);
        CertificateRenewal renewal = new CertificateRenewal(
                foundation.centre().configService(),
                foundation.centre().tokens(),
                identities,
                config.certificate().renewAfter(),
                foundation.surroundings().clock());
        Backoff backoff =
                new Backoff(config.centre().retryMin(), config.centre().retryMax(), RandomGenerator.getDefault());
        RunningAgent parts = foundation.parts();
        Upkeep upkeep = new Upkeep(
                joining,
                new Upkeep.Standing(parts.identity(), parts.contact()),
                renewal,
                refresher(foundation, trustChanged),
                foundation.signals(),
                new Pacing(parts.keeper(), backoff, config.centre().pause()));
        return new UpkeepAssembly(identities, joining, upkeep);
    }

    private static Joining joining(Foundation foundation, IdentityStore identities, Runnable trustChanged) {
        AgentConfig config = foundation.config();
        Enroller enroller = new Enroller(
                foundation.centre().configService(),
                identities,
                new ProvisioningKey(config.provisioningKeyFile(), config.provisioningKey()),
                foundation.product(),
                new Enroller.Introduction(foundation.name(), config.version()));
        TrustStore trust = foundation.parts().trust();
        EnrolmentFromSnapshots snapshots = new EnrolmentFromSnapshots(foundation.store());
        return new Joining(
                new Joining.Kept(identities, remains -> trust.rebuild(remains).or(() -> snapshots.rebuild(remains))),
                enroller,
                foundation.parts().identity(),
                foundation.parts().trust(),
                trustChanged);
    }

    private static SnapshotRefresher refresher(Foundation foundation, Runnable trustChanged) {
        AgentConfig.Snapshots limits = foundation.config().snapshots();
        RunningAgent parts = foundation.parts();
        SnapshotDownload download = new SnapshotDownload(
                foundation.centre().snapshotService(),
                foundation.store(),
                foundation.surroundings().disk(),
                limits.maxSize());
        SnapshotInstaller installer = new SnapshotInstaller(
                foundation.store(),
                parts.service(),
                parts.keeper(),
                generation ->
                        parts.service().running().filter(generation::equals).isPresent(),
                limits.keep());
        SnapshotIntake intake = new SnapshotIntake(
                foundation.store(),
                download,
                installer,
                foundation.surroundings().space().apply(foundation.home().root()),
                limits.maxDiskUsed());
        return new SnapshotRefresher(
                foundation.centre().snapshotService(), parts.trust(), parts.keeper(), intake, trustChanged);
    }
}

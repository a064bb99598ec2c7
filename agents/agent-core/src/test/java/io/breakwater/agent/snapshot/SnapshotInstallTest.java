package io.breakwater.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.activation.Rrset;
import io.breakwater.activation.state.Evidence;
import io.breakwater.agent.fixture.FaultyDisk;
import io.breakwater.agent.fixture.FaultyDisk.Crash;
import io.breakwater.agent.fixture.Installing;
import io.breakwater.agent.fixture.Snapshots;
import io.breakwater.agent.fixture.Snapshots.Snapshot;
import io.breakwater.agent.fixture.Tenant;
import io.breakwater.agent.fixture.TestCentre;
import io.breakwater.agent.mode.Source;
import io.breakwater.agent.snapshot.Refused.Why;
import io.breakwater.agent.trust.SignedDocument;
import io.breakwater.contracts.snapshot.SnapshotFiles;
import io.breakwater.testsupport.records.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotInstallTest {
    @TempDir
    Path home;

    private final Tenant tenant = Tenant.any();
    private final TestCentre centre = new TestCentre(tenant);
    private final FaultyDisk disk = FaultyDisk.crashing();
    private Installing agent;

    @BeforeEach
    void installTheFirst() throws Exception {
        centre.publish(2, good(1));
        agent = new Installing(home, disk, centre.address()).started();
        agent.refresh();
    }

    @AfterEach
    void stop() {
        agent.close();
        centre.close();
    }

    @Test
    void installsTheNewestSnapshotInZpasDirectories() throws Exception {
        assertThat(agent.serving()).isEqualTo(Snapshots.name(1));
        assertThat(home.resolve("config_snapshots").resolve(Snapshots.name(1)).resolve(SnapshotFiles.APPLICATIONS))
                .exists();
        assertThat(Files.readSymbolicLink(home.resolve("current")))
                .hasToString("config_snapshots/" + Snapshots.name(1));

        centre.publish(3, good(2), good(1));
        agent.refresh();

        assertThat(agent.serving()).isEqualTo(Snapshots.name(2));
        assertThat(agent.store.names()).containsExactly(Snapshots.name(2), Snapshots.name(1));
    }

    @Test
    void doesNothingWhenNothingIsNew() throws Exception {
        long generation = agent.service.running().orElseThrow().number();
        int requests = centre.requests().size();

        agent.refresh();

        assertThat(agent.service.running().orElseThrow().number()).isEqualTo(generation);
        assertThat(centre.requests()).hasSize(requests + 1);
    }

    @Test
    @DisplayName("I6: a snapshot with one bit flipped is refused and the last good one stays")
    void refusesAFlippedBit() throws Exception {
        Snapshot second = good(2);
        second.files().get(SnapshotFiles.APPLICATIONS)[40] ^= 1;
        centre.publish(3, second, good(1));

        assertRefused(Why.DIGEST);

        centre.publish(4, good(3), good(1));
        agent.refresh();
        assertThat(agent.serving()).isEqualTo(Snapshots.name(3));
    }

    @Test
    @DisplayName("I6: a manifest with one bit flipped is refused")
    void refusesAFlippedBitInTheManifest() {
        Snapshot second = good(2);
        byte[] octets = second.manifest().octets().clone();
        octets[30] ^= 1;
        centre.publish(
                3,
                new Snapshot(
                        second.entry(),
                        new SignedDocument(octets, second.manifest().signature()),
                        second.files()));

        assertRefused(Why.DIGEST);
    }

    @Test
    @DisplayName("I6: a snapshot that somebody else signed is refused")
    void refusesAForeignSignature() {
        Tenant forger = new Tenant(
                tenant.customerId(),
                tenant.groupId(),
                tenant.domain(),
                tenant.key(),
                Tenant.any().signer());
        centre.publish(3, Snapshots.good(forger, 2));

        assertRefused(Why.SIGNATURE);
    }

    @Test
    @DisplayName("I8: another tenant's snapshot is refused, however well it is signed")
    void refusesAnotherTenantsSnapshot() {
        Tenant other = new Tenant("other", tenant.groupId(), tenant.domain(), tenant.key(), tenant.signer());
        centre.publish(3, Snapshots.good(other, 2));

        assertRefused(Why.FOREIGN);
    }

    @Test
    void refusesAFileThatWouldLeaveItsDirectory() {
        Map<String, byte[]> files = new HashMap<>(good(2).files());
        files.put("../../identity/key.pem", new byte[1]);
        centre.publish(3, Snapshots.of(tenant, 2, files));

        assertRefused(Why.UNREADABLE);
    }

    @Test
    @DisplayName("I6: a signed snapshot that the service cannot read is refused before the link moves")
    void refusesWhatTheServiceCannotRead() {
        centre.publish(3, Snapshots.unparsable(tenant, 2), good(1));

        assertRefused(Why.UNUSABLE);
    }

    @Test
    @DisplayName("I6: when the service is not well with it, the agent goes back to the last good one by itself")
    void goesBackWhenTheServiceIsNotWell() throws Exception {
        agent.healthy = generation -> !Snapshots.name(2).equals(generation.snapshot());
        centre.publish(3, good(2), good(1));

        assertRefused(Why.UNUSABLE);
        assertThat(agent.store.names()).containsExactly(Snapshots.name(1));
    }

    @Test
    void anIndexNeverGoesBack() {
        centre.publish(1, good(2));

        assertRefused(Why.ROLLBACK);
    }

    @Test
    void anIndexWithOneBitFlippedIsRefused() {
        SignedDocument index = Snapshots.index(tenant, 9, false, List.of());
        index.octets()[20] ^= 1;
        centre.publishIndex(index);

        assertRefused(Why.SIGNATURE);
        assertThat(agent.trust.trust().orElseThrow().designated()).isTrue();
    }

    @Test
    void takesNothingWhileTheDiskIsTooFullAndResumesByItself() throws Exception {
        agent.diskUsed = 0.91;
        centre.publish(3, good(2), good(1));
        assertRefused(Why.SPACE);

        agent.diskUsed = 0.5;
        agent.refresh();

        assertThat(agent.serving()).isEqualTo(Snapshots.name(2));
    }

    @Test
    void keepsFifteenAndTheInstalledOne() throws Exception {
        for (int number = 2; number <= 18; number++) {
            centre.publish(number + 1, good(number));
            agent.refresh();
        }

        assertThat(agent.store.names()).hasSize(15).first().isEqualTo(Snapshots.name(18));
    }

    @Test
    void takesNothingInDrAndCatchesUpAfterwards() throws Exception {
        long now = Instant.now().getEpochSecond();
        see(Records.signedTest(tenant.key(), tenant.domain(), now - 20, now + 600));
        centre.publish(3, good(2), good(1));

        agent.refresh();
        assertThat(agent.serving()).isEqualTo(Snapshots.name(1));

        see(Records.signedOff(tenant.key(), tenant.domain(), now - 10, now + 600));
        agent.refresh();
        assertThat(agent.serving()).isEqualTo(Snapshots.name(2));
    }

    @Test
    @DisplayName("I6: a link that cannot be made durable is no installation, and it is tried again")
    void triesAgainWhatItCouldNotInstall() throws Exception {
        centre.publish(3, good(2), good(1));
        disk.refuse(home::equals);
        assertThatThrownBy(() -> agent.refresh()).isInstanceOf(IOException.class);
        assertThat(agent.serving()).isEqualTo(Snapshots.name(1));
        disk.refuse(path -> false);

        agent.refresh();

        assertThat(agent.serving()).isEqualTo(Snapshots.name(2));
    }

    @Test
    @DisplayName("I6: a damaged installed snapshot gives way to the newest other good one at start")
    void startsFromAnotherGoodOneWhenTheInstalledOneIsDamaged() throws Exception {
        centre.publish(3, good(2), good(1));
        agent.refresh();
        agent.close();
        Path file = home.resolve("current").resolve(SnapshotFiles.CUSTOMER);
        byte[] content = Files.readAllBytes(file);
        content[10] ^= 1;
        Files.write(file, content);

        agent = new Installing(home, disk, centre.address()).started();

        assertThat(agent.serving()).isEqualTo(Snapshots.name(1));
    }

    @Test
    @DisplayName(
            "I6: a crash at any step of an installation leaves a good snapshot installed, the old one or the new one")
    void survivesACrashAtAnyStep() throws Exception {
        centre.publish(3, good(2), good(1));
        int steps = stepsOfAnInstallation();
        agent.close();
        for (int step = 1; step <= steps; step++) {
            centre.publish(4 + 2L * step, good(1));
            agent = new Installing(home.resolve("crash-" + step), disk, centre.address()).started();
            agent.refresh();
            centre.publish(5 + 2L * step, good(2), good(1));
            disk.faultAt(step);
            assertThatThrownBy(() -> agent.refresh()).matches(SnapshotInstallTest::isCrash, "the crash");
            disk.faultAt(Integer.MAX_VALUE);
            agent.close();

            agent = new Installing(home.resolve("crash-" + step), disk, centre.address()).started();
            assertThat(agent.serving()).as("after step " + step).isIn(Snapshots.name(1), Snapshots.name(2));
            agent.refresh();
            assertThat(agent.serving()).as("caught up after step " + step).isEqualTo(Snapshots.name(2));
            agent.close();
        }
    }

    private static boolean isCrash(Throwable failure) {
        return failure instanceof Crash || (failure.getCause() != null && isCrash(failure.getCause()));
    }

    private int stepsOfAnInstallation() throws Exception {
        disk.faultAt(Integer.MAX_VALUE);
        agent.refresh();
        assertThat(disk.steps()).isGreaterThan(15);
        return disk.steps();
    }

    private void see(List<List<String>> rrset) throws InterruptedException {
        agent.keeper.observe(new Evidence(Rrset.ofLatin1(rrset), System.currentTimeMillis(), "test"), Source.DNS);
        agent.keeper.whileNormal(() -> true);
    }

    private void assertRefused(Why why) {
        String before = agent.serving();
        assertThatThrownBy(() -> agent.refresh())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.why()).isEqualTo(why));
        assertThat(agent.serving()).isEqualTo(before).isEqualTo(Snapshots.name(1));
        assertThat(agent.store.installed()).contains(before);
    }

    private Snapshot good(long number) {
        return Snapshots.good(tenant, number);
    }
}

package io.breakwater.agent.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.breakwater.activation.Mode;
import io.breakwater.agent.fixture.FaultyDisk;
import io.breakwater.agent.fixture.Keeping;
import io.breakwater.agent.fixture.Snapshots;
import io.breakwater.agent.fixture.Tenant;
import io.breakwater.agent.fixture.TestClock;
import io.breakwater.agent.service.Generation;
import io.breakwater.agent.status.Trouble;
import io.breakwater.testsupport.records.Records;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The mode when the disk, the memory or what is believed is damaged")
class ModeKeeperFaultsTest {
    private static final Tenant TENANT = Tenant.any();
    private static final Tenant MOVED =
            new Tenant(TENANT.customerId(), TENANT.groupId(), "dr.moved.test", TENANT.key(), TENANT.signer());
    private static final long NOW = 1_800_000_000L;
    private static final Duration NEVER = Duration.ofHours(1);

    @TempDir
    Path home;

    private final TestClock clock = TestClock.at(NOW);
    private Keeping agent;

    @AfterEach
    void stop() {
        agent.close();
    }

    @Test
    @DisplayName("I4: an error while the service starts neither stops the clock nor keeps the mode")
    void leavesDrByItsOwnClockAfterAnError() {
        agent = Keeping.in(home, clock).started(TENANT, true);
        agent.snapshot = () -> {
            throw new OutOfMemoryError("made on purpose");
        };
        agent.see(on(NOW - 10, NOW + 100));
        await().until(() -> agent.keeper.view().mode() == Mode.ACTIVE);
        assertThat(agent.troubles.all()).containsKey(Trouble.SERVICE);

        agent.snapshot = Optional::empty;
        clock.set(NOW + 101);

        await().until(() -> agent.keeper.view().mode() == Mode.NORMAL);
        await().until(() -> agent.service
                .running()
                .map(Generation::mode)
                .filter(Mode.NORMAL::equals)
                .isPresent());
    }

    @Test
    @DisplayName("I4: the centre is cut off also when there is nothing that the service can start with")
    void cutsTheCentreOffBeforeItLoadsASnapshot() {
        agent = Keeping.in(home, clock).started(TENANT.enrolment(true), NEVER);
        agent.snapshot = () -> {
            throw new UncheckedIOException(new IOException("the disk is broken (simulated)"));
        };

        agent.see(on(NOW - 10, NOW + 100));

        assertThat(agent.gate.isOpen()).isFalse();
        assertThat(agent.service.running()).as("nothing of NORMAL goes on").isEmpty();
    }

    @Test
    @DisplayName("I5: what could not be written is never taken for what was written after it")
    void aFailedWriteIsNotMixedUpWithALaterOne() {
        agent = Keeping.in(home, clock).started(TENANT.enrolment(true), NEVER);
        agent.disk.refuse(path -> path.endsWith("state"));
        assertThat(agent.see(on(NOW - 10, NOW + 100)).mode()).isEqualTo(Mode.NORMAL);
        agent.disk.refuse(path -> path.toString().contains("mode.a"));
        agent.see(Records.signedTest(TENANT.key(), TENANT.domain(), NOW - 4, NOW + 100));
        agent.close();

        agent = Keeping.in(home, clock).started(TENANT.enrolment(true), NEVER);

        assertThat(agent.keeper.view().mode()).isEqualTo(Mode.TEST);
    }

    @Test
    @DisplayName("I1: what was announced at a domain that is no longer the tenant's does not start after a restart")
    void anotherDomainIsRememberedOverARestart() throws Exception {
        agent = Keeping.in(home, clock).started(TENANT, true);
        agent.see(on(NOW + 60, NOW + 100));
        agent.trust.accept(Snapshots.index(MOVED, 5, true, List.of()));
        agent.keeper.trustChanged();
        assertThat(agent.settled().nextTimer()).isNull();
        agent.close();
        clock.set(NOW + 60);

        agent = Keeping.in(home, clock).started(TENANT, true);

        assertThat(agent.settled().mode()).isEqualTo(Mode.NORMAL);
        assertThat(agent.keeper.view().switches()).isZero();
    }

    @Test
    @DisplayName("I3: with its index lost an agent in DR stays there until a record says otherwise")
    void aLostIndexEndsNoMode() throws Exception {
        agent = Keeping.in(home, clock).started(MOVED, false);
        agent.trust.accept(Snapshots.index(TENANT, 5, true, List.of()));
        agent.keeper.trustChanged();
        assertThat(agent.see(on(NOW - 10, NOW + 100)).mode()).isEqualTo(Mode.ACTIVE);
        agent.close();
        Files.write(home.resolve("index.signed"), new byte[10]);
        Files.write(home.resolve("index.signed.copy"), new byte[10]);

        agent = Keeping.in(home, clock).started(MOVED, false);

        assertThat(agent.trust.faults()).as("said").hasSize(2);
        assertThat(agent.see(List.of()).mode()).isEqualTo(Mode.ACTIVE);
        assertThat(agent.see(on(NOW - 10, NOW + 100)).mode()).isEqualTo(Mode.ACTIVE);
        assertThat(agent.see(off(NOW - 5, NOW + 100)).mode()).isEqualTo(Mode.NORMAL);
    }

    @Test
    @DisplayName("I3: only the absence of the record by which the mode is can end it")
    void theAbsenceOfAnotherDomainsRecordEndsNothing() {
        agent = Keeping.in(home, clock).started(TENANT, true);
        agent.see(on(NOW - 10, NOW + 100));

        agent.keeper.lastingAbsence(MOVED.domain(), clock.instant());
        agent.keeper.lastingAbsence(TENANT.domain(), clock.instant().minusSeconds(1));
        assertThat(agent.settled().mode()).isEqualTo(Mode.ACTIVE);

        agent.keeper.lastingAbsence(TENANT.domain(), clock.instant());
        assertThat(agent.settled().mode()).isEqualTo(Mode.NORMAL);
    }

    @Test
    void whatStartedWhileTheProcessWasDeadRestartsTheServiceOnce() {
        agent = Keeping.in(home, clock).started(TENANT, true);
        agent.see(on(NOW + 60, NOW + 100));
        agent.close();
        clock.set(NOW + 60);

        agent = Keeping.in(home, clock).started(TENANT, true);

        assertThat(agent.keeper.view().lastSwitch().source()).isEqualTo("TIMER");
        assertThat(agent.service.running().map(Generation::number)).contains(1L);
    }

    @Test
    @DisplayName("I5: a crash at any step of a later switch leaves one of the two modes, read from a whole copy")
    void aCrashAtAnyStepOfASecondSwitchLeavesOneOfTheTwoModes() {
        int steps = 6;
        for (int step = 1; step <= steps; step++) {
            Path directory = home.resolve("crash-" + step);
            FaultyDisk disk = FaultyDisk.crashing();
            try (Keeping dying = new Keeping(directory, clock, disk).started(TENANT, true)) {
                dying.see(on(NOW - 10, NOW + 100));
                disk.faultAt(step);
                dying.see(off(NOW - 5, NOW + 100));
                assertThat(disk.steps()).as("it died").isGreaterThanOrEqualTo(step);
            }

            agent = Keeping.in(directory, clock).started(TENANT, true);
            assertThat(agent.keeper.view().mode()).as("after step " + step).isIn(Mode.ACTIVE, Mode.NORMAL);
            assertThat(agent.troubles.all()).doesNotContainKey(Trouble.STATE_LOST);
            assertThat(agent.see(off(NOW - 5, NOW + 100)).switches()).isEqualTo(2);
            agent.close();
        }
    }

    private static List<List<String>> on(long t, long x) {
        return Records.signedOn(TENANT.key(), TENANT.domain(), t, x);
    }

    private static List<List<String>> off(long t, long x) {
        return Records.signedOff(TENANT.key(), TENANT.domain(), t, x);
    }
}

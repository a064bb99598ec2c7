package io.breakwater.agent.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.breakwater.activation.Mode;
import io.breakwater.activation.Reason;
import io.breakwater.activation.state.Held;
import io.breakwater.agent.fixture.FaultyDisk;
import io.breakwater.agent.fixture.Keeping;
import io.breakwater.agent.fixture.Tenant;
import io.breakwater.agent.fixture.TestClock;
import io.breakwater.agent.service.Generation;
import io.breakwater.agent.status.Trouble;
import io.breakwater.testsupport.records.Records;
import io.breakwater.testsupport.records.SigningKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModeKeeperTest {
    private static final Tenant TENANT = Tenant.any();
    private static final String DOMAIN = TENANT.domain();
    private static final long NOW = 1_800_000_000L;

    @TempDir
    Path home;

    private final TestClock clock = TestClock.at(NOW);
    private Keeping agent;

    @BeforeEach
    void start() {
        agent = Keeping.in(home, clock).started(TENANT, true);
    }

    @AfterEach
    void stop() {
        agent.close();
    }

    @Test
    void switchesOnAndBackAndRestartsTheServiceOnceEachTime() {
        long generation = generation();

        ModeView on = agent.see(on(NOW - 10, NOW + 100));
        assertThat(on.mode()).isEqualTo(Mode.ACTIVE);
        assertThat(on.lastSwitch().source()).isEqualTo("BUS");
        assertThat(agent.gate.isOpen()).isFalse();
        assertThat(generation()).isEqualTo(generation + 1);

        ModeView off = agent.see(off(NOW - 5, NOW + 100));
        assertThat(off.mode()).isEqualTo(Mode.NORMAL);
        assertThat(agent.gate.isOpen()).isTrue();
        assertThat(off.switches()).isEqualTo(2);
    }

    @Test
    @DisplayName("I5: the same evidence twice has one effect")
    void takesADuplicateOnce() {
        ModeView first = agent.see(on(NOW - 10, NOW + 100));
        long generation = generation();

        ModeView second = agent.see(on(NOW - 10, NOW + 100));

        assertThat(second).isEqualTo(first);
        assertThat(generation()).isEqualTo(generation);
    }

    @Test
    @DisplayName("I5: an older record that comes late changes nothing and raises no alarm")
    void ignoresEvidenceThatComesLate() {
        agent.see(on(NOW - 20, NOW + 100), (NOW - 15) * 1000);
        ModeView off = agent.see(off(NOW - 10, NOW + 100), (NOW - 5) * 1000);

        ModeView late = agent.see(on(NOW - 20, NOW + 100), (NOW - 14) * 1000);

        assertThat(late).isEqualTo(off);
        assertThat(late.held()).isEmpty();
    }

    @Test
    @DisplayName("I1: a replayed record leaves the mode and is named")
    void refusesAReplayedRecord() {
        agent.see(on(NOW - 20, NOW + 100));
        agent.see(off(NOW - 10, NOW + 100));

        ModeView replayed = agent.see(on(NOW - 20, NOW + 100));

        assertThat(replayed.mode()).isEqualTo(Mode.NORMAL);
        assertThat(replayed.held()).map(Held::reason).contains(Reason.REPLAY);
    }

    @Test
    @DisplayName("I1: forged, partial, unsigned, foreign, future, expired and missing records leave the mode")
    void keepsTheModeWhenTheRecordCannotBeBelieved() {
        agent.see(on(NOW - 20, NOW + 100));

        assertHeld(Records.signedOff(SigningKey.generate(), DOMAIN, NOW - 5, NOW + 100), Reason.BAD_SIGNATURE);
        assertHeld(Records.partial(TENANT.key(), DOMAIN, "off", NOW - 5, NOW + 100), Reason.PARTIAL);
        assertHeld(Records.unsigned("off", NOW - 5, NOW + 100), Reason.UNSIGNED_WITH_KEY);
        assertHeld(Records.foreign(), Reason.NOT_FOR_US, Reason.NO_RECORD);
        assertHeld(List.of(), Reason.NO_RECORD);
        assertHeld(List.of(List.of("\u0000\u00ff")), Reason.NOT_FOR_US, Reason.NO_RECORD);
        ModeView announced = agent.see(off(NOW + 50, NOW + 100));
        assertThat(announced.mode()).isEqualTo(Mode.ACTIVE);
        assertThat(announced.switches()).isEqualTo(1);
    }

    @Test
    @DisplayName("I4: leaves DR at x + 1 by its own clock, with everything else dead")
    void leavesDrByItsOwnClock() {
        agent.see(on(NOW - 10, NOW + 100));

        clock.set(NOW + 100);
        assertThat(agent.settled().mode()).isEqualTo(Mode.ACTIVE);
        clock.set(NOW + 101);

        await().untilAsserted(() -> assertThat(agent.settled().mode()).isEqualTo(Mode.NORMAL));
        assertThat(agent.keeper.view().lastSwitch().source()).isEqualTo("TIMER");
        assertThat(agent.gate.isOpen()).isTrue();
    }

    @Test
    @DisplayName("I4: enters an announced mode at t by its own clock")
    void startsAnAnnouncedModeByItsOwnClock() {
        assertThat(agent.see(on(NOW + 60, NOW + 100)).mode()).isEqualTo(Mode.NORMAL);

        clock.set(NOW + 60);

        await().untilAsserted(() -> assertThat(agent.settled().mode()).isEqualTo(Mode.ACTIVE));
    }

    @Test
    void anAgentThatIsNotDesignatedAcknowledgesAndStaysNormal() {
        agent.close();
        agent = Keeping.in(home.resolve("other"), clock).started(TENANT, false);
        long generation = generation();

        ModeView on = agent.see(on(NOW - 10, NOW + 100));

        assertThat(on.mode()).isEqualTo(Mode.NORMAL);
        assertThat(on.tenantMode()).isEqualTo(Mode.ACTIVE);
        assertThat(on.identity()).isNotNull();
        assertThat(on.switches()).isZero();
        assertThat(generation()).isEqualTo(generation);
        assertThat(agent.gate.isOpen()).isTrue();
    }

    @Test
    void resumesItsModeBeforeAnyLook() {
        agent.see(on(NOW - 10, NOW + 100));
        agent.close();

        agent = Keeping.in(home, clock).started(TENANT, true);

        assertThat(agent.keeper.view().mode()).isEqualTo(Mode.ACTIVE);
        assertThat(agent.keeper.view().switches()).isEqualTo(1);
        assertThat(agent.keeper.view().lastSwitch().source()).isEqualTo("RESUME");
        assertThat(agent.gate.isOpen()).isFalse();
    }

    @Test
    @DisplayName("I4: what ended while the process was dead is over when it starts")
    void doesNotResumeWhatHasEnded() {
        agent.see(on(NOW - 10, NOW + 100));
        agent.close();
        clock.set(NOW + 101);

        agent = Keeping.in(home, clock).started(TENANT, true);

        assertThat(agent.keeper.view().mode()).isEqualTo(Mode.NORMAL);
    }

    @Test
    void doesNotSwitchWhatItCannotWriteAndDoesItOnceItCan() {
        agent.disk.refuse(path -> path.toString().contains("mode."));
        assertThat(agent.see(on(NOW - 10, NOW + 100)).mode()).isEqualTo(Mode.NORMAL);
        assertThat(agent.troubles.latest().orElseThrow()).contains("cannot be written");

        agent.disk.refuse(path -> false);

        await().untilAsserted(() -> assertThat(agent.settled().mode()).isEqualTo(Mode.ACTIVE));
        assertThat(agent.troubles.all()).doesNotContainKey(Trouble.STATE);
    }

    @Test
    @DisplayName("I4: with both copies of its state destroyed it starts in NORMAL, says so, and still switches")
    void startsInNormalWhenItsStateIsLost() throws Exception {
        agent.see(on(NOW - 10, NOW + 100));
        agent.close();
        truncate("mode.a");
        truncate("mode.b");

        agent = Keeping.in(home, clock).started(TENANT, true);

        assertThat(agent.keeper.view().mode()).isEqualTo(Mode.NORMAL);
        assertThat(agent.troubles.latest().orElseThrow()).contains("lost");
        assertThat(agent.see(on(NOW - 10, NOW + 100)).mode()).isEqualTo(Mode.ACTIVE);
    }

    @Test
    void oneCopyOfItsStateIsEnough() throws Exception {
        agent.see(on(NOW - 10, NOW + 100));
        agent.close();
        truncate("mode.a");

        agent = Keeping.in(home, clock).started(TENANT, true);

        assertThat(agent.keeper.view().mode()).isEqualTo(Mode.ACTIVE);
        assertThat(agent.troubles.all()).doesNotContainKeys(Trouble.STATE, Trouble.STATE_LOST);
    }

    @Test
    @DisplayName("I5: a crash at any step of a switch leaves the mode before or after it, and one switch in the end")
    void aCrashAtAnyStepOfASwitchLeavesOneOfTheTwoModes() {
        agent.see(off(NOW - 50, NOW + 100));
        agent.close();
        for (int step = 1; step <= 12; step++) {
            Path directory = home.resolve("crash-" + step);
            FaultyDisk disk = FaultyDisk.crashing();
            try (Keeping dying = new Keeping(directory, clock, disk).started(TENANT, true)) {
                disk.faultAt(step);
                dying.see(on(NOW - 10, NOW + 100));
            }

            try (Keeping next = Keeping.in(directory, clock).started(TENANT, true)) {
                ModeView seen = next.see(on(NOW - 10, NOW + 100));
                assertThat(seen.mode()).isEqualTo(Mode.ACTIVE);
                assertThat(seen.switches()).isEqualTo(1);
                assertThat(next.troubles.latest())
                        .hasValueSatisfying(said -> assertThat(said).contains("no snapshot"));
            }
        }
    }

    private void truncate(String copy) throws Exception {
        Path file = home.resolve("state").resolve(copy);
        byte[] content = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(content, content.length / 2));
    }

    private void assertHeld(List<List<String>> rrset, Reason... reasons) {
        ModeView held = agent.see(rrset);
        assertThat(held.mode()).isEqualTo(Mode.ACTIVE);
        assertThat(held.held())
                .map(Held::reason)
                .hasValueSatisfying(reason -> assertThat(reason).isIn((Object[]) reasons));
    }

    private long generation() {
        return agent.service.running().map(Generation::number).orElse(0L);
    }

    private static List<List<String>> on(long t, long x) {
        return Records.signedOn(TENANT.key(), DOMAIN, t, x);
    }

    private static List<List<String>> off(long t, long x) {
        return Records.signedOff(TENANT.key(), DOMAIN, t, x);
    }
}

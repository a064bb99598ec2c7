package io.breakwater.agent.dnslook;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.agent.disk.LocalDisk;
import io.breakwater.agent.dnslook.AbsenceWatch.Denial;
import io.breakwater.agent.fixture.Tenant;
import io.breakwater.agent.fixture.TestClock;
import io.breakwater.agent.trust.Trust;
import io.breakwater.agent.trust.TrustStore;
import io.breakwater.contracts.event.DrSettings;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("I3: absence ends a mode only where the tenant says so, by a majority, and without interruption")
class AbsenceWatchTest {
    private static final Denial MAJORITY = new Denial(3, 2);
    private static final Denial MINORITY = new Denial(2, 1);

    @TempDir
    Path directory;

    private final TestClock clock = TestClock.at(1_000);
    private Instant recordSeenAt = Instant.MIN;
    private final AbsenceWatch watch = new AbsenceWatch(null, () -> recordSeenAt, clock);

    @Test
    void neverByDefaultNorByAPolicyThatCannotBeRead() throws Exception {
        for (String policy : new String[] {"keep", "off-after:soon", "off-after:PT1S"}) {
            assertThat(watch.isWanted(trust(policy))).isFalse();
            watch.endsMode(trust(policy), MAJORITY);
            clock.advance(Duration.ofDays(1));
            assertThat(watch.endsMode(trust(policy), MAJORITY)).isFalse();
        }
    }

    @Test
    void onceAMajorityHasDeniedItForLongEnough() throws Exception {
        watch.seen(30);
        assertThat(watch.endsMode(trust("off-after:PT10M"), MAJORITY)).isFalse();
        clock.advance(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(watch.endsMode(trust("off-after:PT10M"), MAJORITY)).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(watch.endsMode(trust("off-after:PT10M"), MAJORITY)).isTrue();
    }

    @Test
    void notWhenTheDenialWasInterrupted() throws Exception {
        watch.seen(30);
        watch.endsMode(trust("off-after:PT10M"), MAJORITY);
        clock.advance(Duration.ofMinutes(9));
        watch.endsMode(trust("off-after:PT10M"), MINORITY);
        clock.advance(Duration.ofMinutes(9));
        watch.endsMode(trust("off-after:PT10M"), MAJORITY);
        watch.unknown();
        clock.advance(Duration.ofMinutes(9));
        watch.endsMode(trust("off-after:PT10M"), MAJORITY);
        watch.seen(30);
        clock.advance(Duration.ofMinutes(9));

        assertThat(watch.endsMode(trust("off-after:PT10M"), MAJORITY)).isFalse();
    }

    @Test
    void notBeforeTwiceTheTimeToLive() throws Exception {
        watch.seen(900);
        watch.endsMode(trust("off-after:PT10M"), MAJORITY);
        clock.advance(Duration.ofMinutes(29));
        assertThat(watch.endsMode(trust("off-after:PT10M"), MAJORITY)).isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(watch.endsMode(trust("off-after:PT10M"), MAJORITY)).isTrue();
    }

    @Test
    void whatACacheHasLeftOfTheTimeToLiveDoesNotMakeItShorter() throws Exception {
        watch.seen(900);
        watch.seen(1);
        watch.endsMode(trust("off-after:PT10M"), MAJORITY);
        clock.advance(Duration.ofMinutes(29));
        assertThat(watch.endsMode(trust("off-after:PT10M"), MAJORITY)).isFalse();
    }

    @Test
    void aRestartAndAnotherDomainMakeItLongerAndNeverShorter() throws Exception {
        watch.about("dr.one.test");
        watch.endsMode(trust("off-after:PT10M"), MAJORITY);
        clock.advance(Duration.ofMinutes(29));
        assertThat(watch.endsMode(trust("off-after:PT10M"), MAJORITY))
                .as("the time to live is not known")
                .isFalse();
        watch.about("dr.two.test");
        watch.endsMode(trust("off-after:PT10M"), MAJORITY);
        clock.advance(Duration.ofMinutes(29));
        assertThat(watch.endsMode(trust("off-after:PT10M"), MAJORITY)).isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(watch.endsMode(trust("off-after:PT10M"), MAJORITY)).isTrue();
    }

    @Test
    void notWhenSomebodyElseHasSeenTheRecordMeanwhile() throws Exception {
        watch.seen(30);
        watch.endsMode(trust("off-after:PT10M"), MAJORITY);
        clock.advance(Duration.ofHours(5));
        recordSeenAt = clock.instant();
        clock.advance(Duration.ofSeconds(1));

        assertThat(watch.endsMode(trust("off-after:PT10M"), MAJORITY)).isFalse();
        assertThat(watch.deniedSince()).isEqualTo(clock.instant());
        clock.advance(Duration.ofMinutes(10));
        assertThat(watch.endsMode(trust("off-after:PT10M"), MAJORITY)).isTrue();
    }

    @Test
    void halfOfTheAuthoritiesAreNoMajority() {
        assertThat(MINORITY.isByMajority()).isFalse();
        assertThat(new Denial(0, 0).isByMajority()).isFalse();
        assertThat(new Denial(1, 1).isByMajority()).isTrue();
    }

    private Trust trust(String absence) throws GeneralSecurityException {
        Tenant tenant = Tenant.any();
        DrSettings plain = tenant.settings();
        DrSettings settings = new DrSettings(
                plain.customerId(),
                plain.revision(),
                plain.domain(),
                plain.publicKeys(),
                plain.maxAuthenticationAgeSeconds(),
                plain.replay(),
                absence,
                plain.compatSignedText(),
                plain.lookup());
        TrustStore store = new TrustStore(directory.resolve("index.signed"), new LocalDisk());
        store.begin(tenant.enrolment(true, settings));
        return store.trust().orElseThrow();
    }
}

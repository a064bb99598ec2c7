package io.breakwater.agent.dnslook;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.activation.Mode;
import io.breakwater.activation.Reason;
import io.breakwater.activation.state.Held;
import io.breakwater.agent.fixture.Keeping;
import io.breakwater.agent.fixture.Tenant;
import io.breakwater.agent.fixture.TestClock;
import io.breakwater.agent.mode.ModeView;
import io.breakwater.agent.status.AgentMetrics;
import io.breakwater.agent.status.Signals;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.dns.DnsLookupSettings;
import io.breakwater.dns.DnsLookups;
import io.breakwater.embedded.zone.ZoneServer;
import io.breakwater.testsupport.dns.BindServer;
import io.breakwater.testsupport.records.Records;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("I3: absence at real authorities, for a tenant with absence=off-after:PT10M")
class AbsenceIT {
    private static final String ZONE = "breakwater.test";
    private static final long NOW = 1_800_000_000L;
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final String THREE_AUTHORITIES = """
            $TTL 30
            @ IN SOA ns1 hostmaster 1 3600 600 86400 30
            @ IN NS ns1
            @ IN NS ns2
            @ IN NS ns3
            ns1 IN A 127.0.0.1
            ns2 IN A 127.0.0.2
            ns3 IN A 127.0.0.3
            """;

    @TempDir
    Path home;

    private final Tenant tenant = Tenant.any();
    private final TestClock clock = TestClock.at(NOW);
    private final DnsLookups lookups = DnsLookups.create(DnsLookupSettings.DEFAULT.withTimeout(Duration.ofMillis(400)));
    private final BindServer first = BindServer.start(ZONE, Optional.empty());
    private final int port = first.address().getPort();
    private ZoneServer second = authority("127.0.0.2", port, THREE_AUTHORITIES);
    private final ZoneServer third = authority("127.0.0.3", port, THREE_AUTHORITIES);
    private ZoneServer resolver = authority("127.0.0.1", 0, THREE_AUTHORITIES);
    private Keeping agent;
    private final OwnLook own = new OwnLook();
    private DnsLook look;

    @BeforeEach
    void start() {
        agent = Keeping.in(home, clock).started(tenant.enrolment(true, offAfterTenMinutes()), Duration.ofMillis(10));
        lookThroughTheResolver();
    }

    @AfterEach
    void stop() {
        agent.close();
        lookups.close();
        List.of(second, third, resolver).forEach(ZoneServer::close);
        first.close();
    }

    @Test
    void aMajorityThatDeniesTheRecordForLongEnoughEndsTheMode() throws Exception {
        isOn();
        publishEverywhere(List.of());
        third.replaceTxt(tenant.domain(), 30, on());

        assertThat(looked().held()).map(Held::reason).contains(Reason.NO_RECORD);
        clock.advance(TEN_MINUTES.minusSeconds(1));
        assertThat(looked().mode()).isEqualTo(Mode.ACTIVE);
        clock.advance(Duration.ofSeconds(1));

        assertThat(looked().mode()).isEqualTo(Mode.NORMAL);
    }

    @Test
    void absenceFromOneAuthorityWhileTheOthersAreDeadIsNoAbsence() throws Exception {
        isOn();
        publishEverywhere(List.of());
        second.close();
        third.close();
        staysOnForAnHour();

        second = authority("127.0.0.2", port, THREE_AUTHORITIES);
        looked();
        clock.advance(TEN_MINUTES);

        assertThat(looked().mode()).as("two of three deny it").isEqualTo(Mode.NORMAL);
    }

    @Test
    void aDeadAuthorityDeniesNothing() throws Exception {
        isOn();
        resolver.replaceTxt(tenant.domain(), 30, List.of());
        first.client().replaceTxt(tenant.domain(), 30, List.of());
        second.close();

        staysOnForAnHour();
    }

    @Test
    void anAuthorityWithoutAnAddressStillHasAVoice() throws Exception {
        isOn();
        publishEverywhere(List.of());
        resolver.close();
        resolver = authority("127.0.0.1", 0, THREE_AUTHORITIES.replaceAll("ns[23] IN A .*\\n", ""));
        lookThroughTheResolver();

        staysOnForAnHour();
    }

    @Test
    @DisplayName("A mode that has just begun is not ended by a denial that is older than it")
    void whatOthersSeeMakesTheDenialBeginAnew() throws Exception {
        looked();
        clock.advance(Duration.ofHours(5));
        assertThat(looked().mode()).isEqualTo(Mode.NORMAL);

        assertThat(agent.see(on()).mode())
                .as("told by the bus, not yet by most authorities")
                .isEqualTo(Mode.ACTIVE);
        clock.advance(Duration.ofSeconds(1));
        assertThat(looked().mode()).isEqualTo(Mode.ACTIVE);
        clock.advance(Duration.ofMinutes(29));
        assertThat(looked().mode()).as("twice the longest time to live").isEqualTo(Mode.ACTIVE);
        clock.advance(Duration.ofMinutes(1));

        assertThat(looked().mode()).isEqualTo(Mode.NORMAL);
    }

    private void isOn() throws Exception {
        publishEverywhere(on());
        assertThat(looked().mode()).isEqualTo(Mode.ACTIVE);
    }

    private void staysOnForAnHour() throws Exception {
        for (int minute = 0; minute < 60; minute += 6) {
            assertThat(looked().mode()).isEqualTo(Mode.ACTIVE);
            clock.advance(Duration.ofMinutes(6));
        }
        assertThat(looked().mode()).isEqualTo(Mode.ACTIVE);
    }

    private ModeView looked() throws Exception {
        look.run();
        return agent.settled();
    }

    private void publishEverywhere(List<List<String>> rrset) {
        first.client().replaceTxt(tenant.domain(), 30, rrset);
        List.of(second, third, resolver).forEach(server -> server.replaceTxt(tenant.domain(), 30, rrset));
    }

    private void lookThroughTheResolver() {
        DnsSettings settings =
                new DnsSettings(List.of("127.0.0.1:" + resolver.port()), TEN_MINUTES, 0, TEN_MINUTES, port);
        Signals signals = new Signals(agent.troubles, new AgentMetrics(agent.registry), () -> {});
        look = new DnsLook(
                new DnsLook.Eyes(new DrDomain(lookups, settings, clock), own),
                agent.trust,
                agent.keeper,
                signals,
                settings);
    }

    private List<List<String>> on() {
        return Records.signedOn(tenant.key(), tenant.domain(), NOW - 10, NOW + 86_400);
    }

    private DrSettings offAfterTenMinutes() {
        DrSettings keep = tenant.settings();
        return new DrSettings(
                keep.customerId(),
                keep.revision(),
                keep.domain(),
                keep.publicKeys(),
                keep.maxAuthenticationAgeSeconds(),
                keep.replay(),
                "off-after:PT10M",
                keep.compatSignedText(),
                keep.lookup());
    }

    private static ZoneServer authority(String address, int port, String zone) {
        return ZoneServer.start(
                new ZoneServer.Options(address, port, ZONE, zone, Optional.empty(), List.of(), List.of()));
    }
}

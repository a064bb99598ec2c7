package io.breakwater.agent.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.agent.centre.AgentTokens;
import io.breakwater.agent.centre.Boot;
import io.breakwater.agent.centre.CentreGate;
import io.breakwater.agent.centre.CentreHttp;
import io.breakwater.agent.centre.ClientAssertion;
import io.breakwater.agent.centre.ConfigServiceClient;
import io.breakwater.agent.disk.LocalDisk;
import io.breakwater.agent.fixture.Tenant;
import io.breakwater.agent.fixture.TestCa;
import io.breakwater.agent.fixture.TestCentre;
import io.breakwater.agent.fixture.TestClock;
import io.breakwater.agent.identity.AgentIdentity;
import io.breakwater.agent.identity.IdentityStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateRenewalTest {
    private static final Instant ENROLLED =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(30));
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @TempDir
    Path directory;

    private final Tenant tenant = Tenant.any();
    private final TestCentre centre = new TestCentre(tenant);
    private final CentreHttp http = new CentreHttp(new CentreGate(), TIMEOUT);
    private final TestClock clock = new TestClock(ENROLLED);
    private IdentityStore store;
    private AgentIdentity identity;

    @BeforeEach
    void enrolThirtyDaysAgo() throws Exception {
        TestCa ca = TestCa.create();
        store = new IdentityStore(directory, new LocalDisk());
        identity =
                store.enrolled(tenant.enrolment(true), ca.certify(store.certificateRequest("a"), ENROLLED), ca.pem());
    }

    @AfterEach
    void stop() {
        http.close();
        centre.close();
    }

    @Test
    void isDueFromDayThirty() {
        clock.advance(Duration.ofDays(30).minusSeconds(1));
        assertThat(renewal().isDue(identity)).isFalse();

        clock.advance(Duration.ofSeconds(1));
        assertThat(renewal().isDue(identity)).isTrue();
    }

    @Test
    void bringsANewCertificateForTheSameKeyAndKeepsIt() throws Exception {
        AgentIdentity renewed = renewal().renew(identity);

        assertThat(renewed.certificate().getNotAfter())
                .isAfter(identity.certificate().getNotAfter());
        assertThat(renewed.keys()).isEqualTo(identity.keys());
        assertThat(store.recall(remains -> Optional.empty())
                        .identity()
                        .orElseThrow()
                        .certificate())
                .isEqualTo(renewed.certificate());
    }

    private CertificateRenewal renewal() {
        ConfigServiceClient client = new ConfigServiceClient(http, Optional.of(centre.address()), TIMEOUT);
        AgentTokens tokens = new AgentTokens(client, new ClientAssertion(Boot.now(clock)), clock);
        return new CertificateRenewal(client, tokens, store, Duration.ofDays(30), clock);
    }
}

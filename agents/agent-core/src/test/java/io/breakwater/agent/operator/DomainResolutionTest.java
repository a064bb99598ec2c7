package io.breakwater.agent.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.agent.disk.LocalDisk;
import io.breakwater.agent.dnslook.DnsSettings;
import io.breakwater.agent.dnslook.DrDomain;
import io.breakwater.agent.fixture.Tenant;
import io.breakwater.agent.operator.DomainResolution.RecordType;
import io.breakwater.agent.trust.TrustStore;
import io.breakwater.dns.DnsLookupSettings;
import io.breakwater.dns.DnsLookups;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DomainResolutionTest {
    @TempDir
    Path directory;

    @Test
    void saysWhichSettingIsWrongWhenNoResolverCanBeAsked() throws Exception {
        TrustStore trust = new TrustStore(directory.resolve("index.signed"), new LocalDisk());
        trust.begin(Tenant.any().enrolment(true));
        DnsSettings settings =
                new DnsSettings(List.of("127.0.0.1:none"), Duration.ofSeconds(200), 0.1, Duration.ofSeconds(2), 53);
        try (DnsLookups lookups = DnsLookups.create(DnsLookupSettings.DEFAULT)) {
            DrDomain domain = new DrDomain(lookups, settings, Clock.systemUTC());

            Answer answer = new DomainResolution(trust, domain)
                    .answer(RecordType.TXT)
                    .toCompletableFuture()
                    .join();

            assertThat(answer.text()).contains("Cannot be resolved now", "breakwater.agent.dns.servers");
        }
    }
}

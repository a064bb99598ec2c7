package io.breakwater.agent.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.breakwater.agent.disk.AgentHome;
import io.breakwater.agent.fixture.AgentMain;
import io.breakwater.agent.fixture.Snapshots;
import io.breakwater.agent.fixture.Tenant;
import io.breakwater.agent.fixture.TestCentre;
import io.breakwater.agent.operator.DomainResolution.RecordType;
import io.breakwater.agent.runtime.Agent;
import io.breakwater.agent.service.Generation;
import io.breakwater.embedded.zone.ZoneServer;
import io.breakwater.testsupport.records.Records;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

class OperatorPortIT {
    @TempDir
    Path home;

    private final Tenant tenant = Tenant.any();
    private final TestCentre centre = new TestCentre(tenant);
    private final ZoneServer zone = ZoneServer.start(ZoneServer.Options.of("breakwater.test", List.of(), List.of()));
    private Agent agent;
    private OperatorPort port;

    @BeforeEach
    void start() throws Exception {
        centre.publish(2, Snapshots.good(tenant, 1));
        agent = AgentMain.agent(Map.of(
                "breakwater.agent.home", home.toString(),
                "breakwater.agent.provisioning-key", "key",
                "breakwater.agent.config-service-url", centre.address().toString(),
                "breakwater.agent.snapshot-service-url", centre.address().toString(),
                "breakwater.agent.dns.servers", "127.0.0.1:" + zone.port()));
        agent.start();
        port = new OperatorPort(agent.parts(), AgentHome.of(home, ""));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> agent.parts()
                        .service()
                        .running()
                        .map(Generation::snapshot)
                        .isPresent());
    }

    @AfterEach
    void stop() {
        agent.close();
        centre.close();
        zone.close();
    }

    @Test
    void namesTheDrApplications() {
        assertThat(port.drApplications().lines())
                .containsExactly("Number of DR applications: 1", "Name: Payroll 1, ID: 1");
    }

    @Test
    void listsTheConfigurationFilesWithSizeAndTime() {
        assertThat(port.configurationFiles().lines())
                .hasSize(4)
                .allSatisfy(
                        line -> assertThat(line).matches("[a-z]+_conf\\.json, size: \\d+ bytes, last modified: .*Z"));
    }

    @Test
    void showsTheConfiguration() {
        assertThat(port.configuration().lines())
                .containsExactly(
                        "DR domain: dr.breakwater.test",
                        "Public key uploaded: yes",
                        "Max authentication age in seconds: 1209600");
    }

    @Test
    void showsTheModeAndWhatItRestsOn() {
        assertThat(port.mode().lines())
                .contains("Enrolled: yes, agent agent-1", "Designated for DR: yes", "Mode: NORMAL", "Restarts: 0")
                .contains("Snapshot: " + Snapshots.name(1));
    }

    @Test
    void resolvesTheDomainAsItIsNow() throws Exception {
        zone.replaceTxt(tenant.domain(), 30, Records.unsigned("off", null, null));
        Name owner = Name.fromString(tenant.domain() + ".");
        byte[] address = {(byte) 192, 0, 2, 7};
        zone.replace(owner, Type.A, List.of(new ARecord(owner, DClass.IN, 30, InetAddress.getByAddress(address))));

        assertThat(resolve(RecordType.TXT)).contains("TXT: \"v=1;k=zpa;b=off\"");
        assertThat(resolve(RecordType.A)).contains("A: 192.0.2.7");
        assertThat(resolve(RecordType.AAAA)).contains("No AAAA record");

        zone.close();
        assertThat(resolve(RecordType.TXT)).anyMatch(line -> line.startsWith("Cannot be resolved now"));
    }

    private List<String> resolve(RecordType type) throws Exception {
        return port.resolve(type)
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS)
                .lines();
    }
}

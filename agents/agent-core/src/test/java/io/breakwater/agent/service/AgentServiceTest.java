package io.breakwater.agent.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.activation.Mode;
import io.breakwater.agent.centre.CentreGate;
import io.breakwater.agent.fixture.Snapshots;
import io.breakwater.agent.fixture.Tenant;
import io.breakwater.agent.fixture.TestClock;
import io.breakwater.contracts.config.ApplicationConf;
import io.breakwater.contracts.config.ApplicationSegmentConf;
import io.breakwater.contracts.config.CustomerConf;
import io.breakwater.contracts.event.AgentKind;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.snapshot.SnapshotFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentServiceTest {
    private final CentreGate gate = new CentreGate();
    private final AgentService service =
            new AgentService(new Product(AgentKind.SERVICE_EDGE, "zpa-service-edge", ""), gate, TestClock.at(1));
    private final List<String> lines = new ArrayList<>();
    private final Logger log = Logger.getLogger(AgentService.class.getName());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        log.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        log.removeHandler(handler);
    }

    @Test
    void servesEverythingInNormalAndOnlyDrApplicationsOtherwise() throws IOException {
        assertThat(names(service.restart(Mode.NORMAL, snapshot()))).containsExactly("Payroll 1", "Wiki");
        assertThat(names(service.restart(Mode.TEST, snapshot()))).containsExactly("Payroll 1");
        assertThat(names(service.restart(Mode.ACTIVE, snapshot()))).containsExactly("Payroll 1");
    }

    @Test
    void cutsTheCentreOffInActiveOnly() throws IOException {
        service.restart(Mode.TEST, snapshot());
        assertThat(gate.isOpen()).isTrue();

        service.restart(Mode.ACTIVE, snapshot());
        assertThat(gate.isOpen()).isFalse();

        service.restart(Mode.NORMAL, snapshot());
        assertThat(gate.isOpen()).isTrue();
    }

    @Test
    void saysWhatZpaSaysWhenDrBegins() throws IOException {
        service.restart(Mode.NORMAL, snapshot());
        service.restart(Mode.ACTIVE, snapshot());
        service.restart(Mode.NORMAL, snapshot());

        assertThat(lines).containsOnlyOnce("DR mode is activated!").contains("DR mode is deactivated: back to normal.");
    }

    @Test
    void startsWithNothingToServeWhenThereIsNoSnapshot() {
        Generation generation = service.restart(Mode.ACTIVE, Optional.empty());

        assertThat(generation.segments()).isEmpty();
        assertThat(service.running()).contains(generation);
    }

    private static List<String> names(Generation generation) {
        return generation.segments().stream().map(ApplicationSegmentConf::name).toList();
    }

    private static Optional<LoadedSnapshot> snapshot() throws IOException {
        Snapshots.Snapshot snapshot = Snapshots.good(Tenant.any(), 1);
        Configuration configuration = new Configuration(
                EventCodec.mapper().readValue(snapshot.files().get(SnapshotFiles.APPLICATIONS), ApplicationConf.class),
                EventCodec.mapper().readValue(snapshot.files().get(SnapshotFiles.CUSTOMER), CustomerConf.class));
        return Optional.of(new LoadedSnapshot(snapshot.entry().name(), 1, configuration));
    }
}

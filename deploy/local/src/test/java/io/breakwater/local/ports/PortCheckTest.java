package io.breakwater.local.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.local.SuiteException;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortCheckTest {
    @Test
    void aTakenPortIsNamedWithWhatNeedsItAndTheSettingToChange() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PortPlan plan = PortPlan.standard(0, Map.of("config-service", other.getLocalPort()));

            assertThatThrownBy(() -> PortCheck.requireFree(plan, List.of("config-service")))
                    .isInstanceOf(SuiteException.class)
                    .hasMessageContaining("port " + other.getLocalPort())
                    .hasMessageContaining("config-service")
                    .hasMessageContaining("--port config-service=N")
                    .hasMessageContaining("--port-offset");
        }
    }

    @Test
    void aManagementPortIsNamedWithItsOwnOption() {
        PortPlan plan = PortPlan.standard(0, Map.of());

        assertThat(PortCheck.message(plan, List.of("dr-controller.management")))
                .contains("port 18183")
                .contains("--port dr-controller.management=N");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whoHoldsATakenPortIsNamedWhenTheSystemSays() throws IOException {
        try (ServerSocket tcp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                DatagramSocket udp = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            String self = "pid " + ProcessHandle.current().pid();

            assertThat(PortHolder.of(tcp.getLocalPort()))
                    .hasValueSatisfying(who -> assertThat(who).contains(self));
            assertThat(PortHolder.of(udp.getLocalPort()))
                    .hasValueSatisfying(who -> assertThat(who).contains(self));
        }
    }

    @Test
    void aPortTakenForUdpOnlyIsNotFree() throws IOException {
        try (DatagramSocket other = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            assertThat(PortCheck.isFree(other.getLocalPort())).isFalse();
        }
    }
}

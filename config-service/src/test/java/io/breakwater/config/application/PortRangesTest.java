package io.breakwater.config.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.wire.Refusals;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortRangesTest {
    private static Optional<String[]> read(String body) throws JsonProcessingException {
        return PortRanges.TCP.read((ObjectNode) new ObjectMapper().readTree(body), new Refusals());
    }

    @Test
    void theObjectsWinOverThePairs() throws JsonProcessingException {
        assertThat(read("{\"tcpPortRange\":[{\"from\":\"80\",\"to\":\"81\"}],\"tcpPortRanges\":[\"1\",\"2\"]}"))
                .hasValueSatisfying(ports -> assertThat(ports).containsExactly("80", "81"));
    }

    @Test
    void thePairsCountWhenTheObjectsAreEmpty() throws JsonProcessingException {
        assertThat(read("{\"tcpPortRange\":[],\"tcpPortRanges\":[\"1\",\"2\"]}"))
                .hasValueSatisfying(ports -> assertThat(ports).containsExactly("1", "2"));
    }

    @Test
    void bothEmptyClear() throws JsonProcessingException {
        assertThat(read("{\"tcpPortRange\":[],\"tcpPortRanges\":[]}"))
                .hasValueSatisfying(ports -> assertThat(ports).isEmpty());
        assertThat(read("{\"tcpPortRanges\":[],\"tcpPortRange\":null}"))
                .hasValueSatisfying(ports -> assertThat(ports).isEmpty());
    }

    @Test
    void bothAbsentKeep() throws JsonProcessingException {
        assertThat(read("{}")).isEmpty();
        assertThat(read("{\"tcpPortRange\":null,\"tcpPortRanges\":null}")).isEmpty();
    }

    @Test
    void takesNumbersToo() throws JsonProcessingException {
        assertThat(read("{\"tcpPortRange\":[{\"from\":80,\"to\":65535}]}"))
                .hasValueSatisfying(ports -> assertThat(ports).containsExactly("80", "65535"));
    }
}

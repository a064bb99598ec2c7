package io.breakwater.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.contracts.event.EventCodec.Decoded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is decoded is never larger than what it stands for can be (I9). */
class LargePayloadsTest {
    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");

    @Test
    void aRecordSetIsNotLargerThanADnsMessage() {
        assertThat(decode(observed(Collections.nCopies(3500, List.of("x".repeat(200))))))
                .isInstanceOf(Decoded.Malformed.class);
        assertThat(decode(observed(Collections.nCopies(6000, List.of())))).isInstanceOf(Decoded.Malformed.class);
        assertThat(decode(observed(List.of(List.of("x".repeat(256)))))).isInstanceOf(Decoded.Malformed.class);
        assertThat(decode(observed(Collections.nCopies(300, List.of("x".repeat(200))))))
                .isInstanceOf(Decoded.Event.class);
    }

    /** The default of breakwater.events.limits.value holds the largest record set, however its octets are written. */
    @Test
    void theLargestRecordSetFitsIntoAnEvent() {
        List<List<String>> records = Collections.nCopies(244, List.of("\u0001".repeat(255)));
        byte[] value = EventCodec.value(EventEnvelope.of("/dns-watcher", "7", NOW, observation(records)));
        assertThat(value.length).isGreaterThan(370_000).isLessThan(500_000);
        assertThat(decode(new String(value, StandardCharsets.UTF_8))).isInstanceOf(Decoded.Event.class);
    }

    @Test
    void whatIsNestedLongOrManifoldIsNotBuilt() {
        assertThat(decode("[".repeat(400_000))).isInstanceOf(Decoded.Malformed.class);
        assertThat(decode("{\"a\":" + "[".repeat(50) + "]".repeat(50) + "}")).isInstanceOf(Decoded.Malformed.class);
        assertThat(decode("{\"trigger\":\"" + "x".repeat(70_000) + "\"}")).isInstanceOf(Decoded.Malformed.class);
        assertThat(decode("{\"" + "x".repeat(300) + "\":1}")).isInstanceOf(Decoded.Malformed.class);
        assertThat(decode("{\"ttlSeconds\":" + "9".repeat(100) + "}")).isInstanceOf(Decoded.Malformed.class);
        assertThat(decode("{\"unknown\":[" + "1,".repeat(150_000) + "1]}")).isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void answersAreCounted() {
        String json = observed(List.of()).replace("\"answers\":[]", "\"answers\":[" + "{},".repeat(600) + "{}]");
        assertThat(decode(json)).isInstanceOf(Decoded.Malformed.class);
    }

    private static String observed(List<List<String>> rrset) {
        StringBuilder records = new StringBuilder();
        for (List<String> record : rrset) {
            records.append(records.isEmpty() ? "[" : ",[");
            records.append(record.isEmpty() ? "" : "\"" + String.join("\",\"", record) + "\"");
            records.append(']');
        }
        return "{\"customerId\":\"7\",\"domain\":\"dr.example.com\",\"rrset\":[" + records
                + "],\"answers\":[],\"seenAt\":\"" + NOW + "\",\"verdict\":{\"verdict\":\"NONE\"}}";
    }

    private static DrObserved observation(List<List<String>> rrset) {
        VerdictView verdict = new VerdictView("NONE", "NO_RECORD", null, null, null, null);
        return new DrObserved("7", "dr.example.com", rrset, List.of(), 30L, NOW, verdict, "POLL");
    }

    private static Decoded decode(String value) {
        Map<String, byte[]> headers = Map.of(
                "ce_type", "io.breakwater.dr.observed.v1".getBytes(StandardCharsets.UTF_8),
                "ce_id", "1".getBytes(StandardCharsets.UTF_8),
                "ce_source", "/dns-watcher".getBytes(StandardCharsets.UTF_8),
                "ce_time", NOW.toString().getBytes(StandardCharsets.UTF_8));
        return EventCodec.decode(headers, "7", value.getBytes(StandardCharsets.UTF_8));
    }
}

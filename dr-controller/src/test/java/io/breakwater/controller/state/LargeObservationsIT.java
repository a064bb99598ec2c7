package io.breakwater.controller.state;

import static io.breakwater.testsupport.records.Records.signedOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.contracts.event.EventType;
import io.breakwater.contracts.event.Topics;
import io.breakwater.controller.RealServers;
import io.breakwater.controller.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealServers
class LargeObservationsIT {
    private static final int MANY = 150;
    private static final int RECORDS = 3_500;

    @Test
    @DisplayName(
            "I9: 150 observations of 770 kB are put aside by their size, and an on that was published meanwhile is applied")
    void aFloodOfLargeObservationsKillsNobody() {
        try (TestTenant tenant = TestTenant.withKey();
                TestTenant attacked = TestTenant.withKey()) {
            byte[] value = value(attacked);
            assertThat(value.length).isGreaterThan(770_000);
            for (int i = 0; i < MANY / 2; i++) {
                flood(attacked, value);
            }
            tenant.observe(signedOn(TestTenant.KEY, tenant.domain, tenant.now - 30, tenant.now + 3600));
            for (int i = 0; i < MANY / 2; i++) {
                flood(attacked, value);
            }

            assertThat(tenant.awaitState("ACTIVE").mode()).isEqualTo("ACTIVE");
            ConsumerRecord<String, byte[]> letter =
                    attacked.bus.awaitRaw(Topics.DEAD_LETTER, one -> attacked.id.equals(one.key()));
            assertThat(new String(
                            letter.headers().lastHeader("breakwater_reason").value(), StandardCharsets.UTF_8))
                    .contains("too-large");
            attacked.drain(signedOn(TestTenant.KEY, attacked.domain, attacked.now - 30, attacked.now + 3600), "ACTIVE");
        }
    }

    private static void flood(TestTenant tenant, byte[] value) {
        tenant.bus.sendRawSigned(
                EventType.DR_OBSERVED,
                tenant.id,
                Map.of(
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", EventType.DR_OBSERVED.wireName(),
                        "ce_source", "/dns-watcher",
                        "ce_time", Instant.now().toString(),
                        "ce_subject", tenant.id),
                value);
    }

    private static byte[] value(TestTenant tenant) {
        String text = "x".repeat(215);
        String rrset = IntStream.range(0, RECORDS)
                .mapToObj(i -> "[\"" + text + i + "\"]")
                .collect(Collectors.joining(","));
        return ("{\"customerId\":\"" + tenant.id + "\",\"domain\":\"" + tenant.domain + "\",\"rrset\":[" + rrset
                        + "],\"answers\":[],\"seenAt\":\"" + Instant.now() + "\",\"verdict\":{\"verdict\":\"NONE\"}}")
                .getBytes(StandardCharsets.UTF_8);
    }
}

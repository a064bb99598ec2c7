package io.breakwater.watcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.watcher.notify.NotifyConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatcherConfigTest {

    @Test
    void defaults() {
        SmallRyeConfig config = config(Map.of());
        WatcherConfig watcher = config.getConfigMapping(WatcherConfig.class);
        NotifyConfig notify = config.getConfigMapping(NotifyConfig.class);

        assertThat(watcher.resolvers()).isEmpty();
        assertThat(watcher.authorityPort()).isEqualTo(53);
        assertThat(watcher.lookups().timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(watcher.lookups().hedgeAfter()).isEqualTo(Duration.ofMillis(250));
        assertThat(watcher.lookups().maxInFlight()).isEqualTo(200);
        assertThat(watcher.lookups().maxQueriesPerSecond()).isEqualTo(20);
        assertThat(watcher.lookups().maxRecords()).isEqualTo(1000);
        assertThat(watcher.lookups().maxIgnored()).isEqualTo(64);
        assertThat(watcher.polling().minInterval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(watcher.polling().maxInterval()).isEqualTo(Duration.ofSeconds(60));
        assertThat(watcher.polling().jitter()).isEqualTo(0.2);
        assertThat(watcher.polling().heartbeat()).isEqualTo(Duration.ofSeconds(60));
        assertThat(watcher.polling().notifyMinGap()).isEqualTo(Duration.ofMillis(10));
        assertThat(watcher.polling().looksAfterNotify()).hasSize(5).isSorted();
        assertThat(watcher.authorities().minAge()).isEqualTo(Duration.ofSeconds(30));
        assertThat(watcher.authorities().maxAge()).isEqualTo(Duration.ofMinutes(5));
        assertThat(watcher.backOff().initial()).isEqualTo(Duration.ofSeconds(1));
        assertThat(watcher.backOff().max()).isEqualTo(Duration.ofSeconds(60));
        assertThat(watcher.confirmAfter()).isEqualTo(Duration.ofSeconds(2));
        assertThat(watcher.table().maxDomains()).isEqualTo(50_000);
        assertThat(watcher.table().maxAppliedBytes().asLongValue()).isEqualTo(16L << 20);
        assertThat(watcher.table().maxSeenBytes().asLongValue()).isEqualTo(16L << 20);
        assertThat(watcher.authorities().maxDomains()).isEqualTo(50_000);
        assertThat(watcher.authorities().maxAliases()).isEqualTo(2_000);
        assertThat(watcher.authorities().maxHosts()).isEqualTo(20_000);
        assertThat(watcher.backOff().maxServers()).isEqualTo(20_000);
        assertThat(watcher.table().largestJump()).isEqualTo(100_000);
        assertThat(watcher.publishing().maxEventBytes().asLongValue()).isEqualTo(512L << 10);
        assertThat(watcher.publishing().maxWaitingBytes().asLongValue()).isEqualTo(16L << 20);
        assertThat(notify.connectionTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(notify.maxPerSecond()).isEqualTo(1000);
        assertThat(watcher.evaluationsRemembered()).isEqualTo(10_000);
        assertThat(notify.host()).isEqualTo("127.0.0.1");
        assertThat(notify.port()).isEqualTo(5353);
        assertThat(notify.tsig()).isEmpty();
        assertThat(notify.tsigFile()).isEmpty();
        assertThat(notify.maxConnections()).isEqualTo(100);
        assertThat(notify.idleTimeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void everySettingSetToSomethingElse() {
        SmallRyeConfig config = config(Map.ofEntries(
                Map.entry("resolvers", "192.0.2.1:53,192.0.2.2"),
                Map.entry("authority-port", "5354"),
                Map.entry("lookups.timeout", "PT1S"),
                Map.entry("lookups.hedge-after", "PT0.1S"),
                Map.entry("lookups.max-in-flight", "7"),
                Map.entry("lookups.max-queries-per-second", "8"),
                Map.entry("lookups.max-records", "31"),
                Map.entry("lookups.max-ignored", "32"),
                Map.entry("polling.min-interval", "PT1S"),
                Map.entry("polling.max-interval", "PT3S"),
                Map.entry("polling.jitter", "0.5"),
                Map.entry("polling.heartbeat", "PT9S"),
                Map.entry("polling.notify-min-gap", "PT4S"),
                Map.entry("polling.looks-after-notify", "PT7S"),
                Map.entry("authorities.min-age", "PT11S"),
                Map.entry("authorities.max-age", "PT12S"),
                Map.entry("back-off.initial", "PT13S"),
                Map.entry("back-off.max", "PT14S"),
                Map.entry("confirm-after", "PT15S"),
                Map.entry("evaluations-remembered", "16"),
                Map.entry("notify.host", "0.0.0.0"),
                Map.entry("notify.port", "0"),
                Map.entry("notify.tsig.\"a.key\"", "hmac-sha256:AAAA"),
                Map.entry("notify.tsig-file.\"b.key\"", "/run/secrets/b"),
                Map.entry("notify.max-connections", "17"),
                Map.entry("notify.idle-timeout", "PT18S"),
                Map.entry("notify.connection-timeout", "PT19S"),
                Map.entry("notify.max-per-second", "30"),
                Map.entry("table.max-domains", "20"),
                Map.entry("table.max-applied-bytes", "21K"),
                Map.entry("table.max-seen-bytes", "22K"),
                Map.entry("table.largest-jump", "23"),
                Map.entry("publishing.max-event-bytes", "24K"),
                Map.entry("publishing.max-waiting-bytes", "25K"),
                Map.entry("authorities.max-domains", "26"),
                Map.entry("authorities.max-aliases", "27"),
                Map.entry("authorities.max-hosts", "28"),
                Map.entry("back-off.max-servers", "29")));
        WatcherConfig watcher = config.getConfigMapping(WatcherConfig.class);
        NotifyConfig notify = config.getConfigMapping(NotifyConfig.class);

        assertThat(watcher.resolvers()).contains(List.of("192.0.2.1:53", "192.0.2.2"));
        assertThat(watcher.authorityPort()).isEqualTo(5354);
        assertThat(watcher.lookups().timeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(watcher.lookups().hedgeAfter()).isEqualTo(Duration.ofMillis(100));
        assertThat(watcher.lookups().maxInFlight()).isEqualTo(7);
        assertThat(watcher.lookups().maxQueriesPerSecond()).isEqualTo(8);
        assertThat(watcher.lookups().maxRecords()).isEqualTo(31);
        assertThat(watcher.lookups().maxIgnored()).isEqualTo(32);
        assertThat(watcher.polling().minInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(watcher.polling().maxInterval()).isEqualTo(Duration.ofSeconds(3));
        assertThat(watcher.polling().jitter()).isEqualTo(0.5);
        assertThat(watcher.polling().heartbeat()).isEqualTo(Duration.ofSeconds(9));
        assertThat(watcher.polling().notifyMinGap()).isEqualTo(Duration.ofSeconds(4));
        assertThat(watcher.polling().looksAfterNotify()).containsExactly(Duration.ofSeconds(7));
        assertThat(watcher.authorities().minAge()).isEqualTo(Duration.ofSeconds(11));
        assertThat(watcher.authorities().maxAge()).isEqualTo(Duration.ofSeconds(12));
        assertThat(watcher.backOff().initial()).isEqualTo(Duration.ofSeconds(13));
        assertThat(watcher.backOff().max()).isEqualTo(Duration.ofSeconds(14));
        assertThat(watcher.confirmAfter()).isEqualTo(Duration.ofSeconds(15));
        assertThat(watcher.evaluationsRemembered()).isEqualTo(16);
        assertThat(notify.host()).isEqualTo("0.0.0.0");
        assertThat(notify.port()).isZero();
        assertThat(notify.tsig()).containsEntry("a.key", "hmac-sha256:AAAA");
        assertThat(notify.tsigFile()).containsEntry("b.key", Path.of("/run/secrets/b"));
        assertThat(notify.maxConnections()).isEqualTo(17);
        assertThat(notify.idleTimeout()).isEqualTo(Duration.ofSeconds(18));
        assertThat(notify.connectionTimeout()).isEqualTo(Duration.ofSeconds(19));
        assertThat(notify.maxPerSecond()).isEqualTo(30);
        assertThat(watcher.table().maxDomains()).isEqualTo(20);
        assertThat(watcher.table().maxAppliedBytes().asLongValue()).isEqualTo(21L << 10);
        assertThat(watcher.table().maxSeenBytes().asLongValue()).isEqualTo(22L << 10);
        assertThat(watcher.table().largestJump()).isEqualTo(23);
        assertThat(watcher.publishing().maxEventBytes().asLongValue()).isEqualTo(24L << 10);
        assertThat(watcher.publishing().maxWaitingBytes().asLongValue()).isEqualTo(25L << 10);
        assertThat(watcher.authorities().maxDomains()).isEqualTo(26);
        assertThat(watcher.authorities().maxAliases()).isEqualTo(27);
        assertThat(watcher.authorities().maxHosts()).isEqualTo(28);
        assertThat(watcher.backOff().maxServers()).isEqualTo(29);
    }

    private static SmallRyeConfig config(Map<String, String> settings) {
        Map<String, String> full = new HashMap<>();
        settings.forEach((name, value) -> full.put("breakwater.watcher." + name, value));
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(WatcherConfig.class)
                .withMapping(NotifyConfig.class)
                .withSources(new PropertiesConfigSource(full, "test", 100))
                .build();
    }
}

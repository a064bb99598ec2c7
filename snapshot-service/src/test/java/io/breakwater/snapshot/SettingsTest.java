package io.breakwater.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.snapshot.capture.CaptureConfig;
import io.breakwater.snapshot.download.DownloadConfig;
import io.breakwater.snapshot.eventkeys.EventKeysConfig;
import io.breakwater.snapshot.mode.ModeConfig;
import io.breakwater.snapshot.retention.RetentionConfig;
import io.breakwater.snapshot.signing.SigningConfig;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Map<String, String> NEEDED = Map.of("breakwater.snapshot.signing-key-file", "/run/key.pem");

    @Test
    void haveTheirDefaults() {
        SmallRyeConfig config = config(NEEDED);

        CaptureConfig capture = config.getConfigMapping(CaptureConfig.class);
        assertThat(capture.quiet()).isEqualTo(Duration.ofSeconds(2));
        assertThat(capture.atMost()).isEqualTo(Duration.ofSeconds(10));
        assertThat(capture.tick()).isEqualTo(Duration.ofMillis(250));
        assertThat(capture.refresh()).isEqualTo(Duration.ofDays(1));
        assertThat(capture.upkeep()).isEqualTo(Duration.ofSeconds(10));
        assertThat(capture.claim()).isEqualTo(Duration.ofSeconds(60));
        assertThat(capture.initialBackOff()).isEqualTo(Duration.ofSeconds(1));
        assertThat(capture.maxBackOff()).isEqualTo(Duration.ofSeconds(60));
        assertThat(capture.binaryVersion()).isEqualTo("0.1.0");
        assertThat(capture.largestJump()).isEqualTo(100_000);
        assertThat(capture.patience()).isEqualTo(5);
        assertThat(capture.mostByHand()).isEqualTo(2);
        assertThat(config.getConfigMapping(DownloadConfig.class).mostBytes().asLongValue())
                .isEqualTo(24L << 20);
        ModeConfig mode = config.getConfigMapping(ModeConfig.class);
        assertThat(mode.largestJump()).isEqualTo(1000);
        assertThat(mode.clockTolerance()).isEqualTo(Duration.ofSeconds(5));
        assertThat(mode.evaluationsRemembered()).isEqualTo(2000);
        EventKeysConfig keys = config.getConfigMapping(EventKeysConfig.class);
        assertThat(keys.producers()).containsExactlyInAnyOrder("dns-watcher", "snapshot-service");
        assertThat(keys.lookInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(keys.maxFiles()).isEqualTo(200);
        assertThat(keys.maxFileSize()).isEqualTo(65_536);
        assertThat(keys.maxKeys()).isEqualTo(64);
        assertThat(keys.patience()).isEqualTo(Duration.ofSeconds(30));
        RetentionConfig retention = config.getConfigMapping(RetentionConfig.class);
        assertThat(retention.keep()).isEqualTo(15);
        assertThat(retention.days()).isEqualTo(7);
        assertThat(retention.grace()).isEqualTo(Duration.ofHours(24));
        assertThat(retention.cleanupInterval()).isEqualTo(Duration.ofMinutes(10));
        DownloadConfig download = config.getConfigMapping(DownloadConfig.class);
        assertThat(download.longestWait()).isEqualTo(Duration.ofSeconds(60));
        assertThat(download.mostWaiting()).isEqualTo(10_000);
        assertThat(download.watchInterval()).isEqualTo(Duration.ofMillis(250));
        assertThat(config.getConfigMapping(SigningConfig.class).signingPublicKeyFile())
                .isEmpty();
    }

    /** Members of one group wait for each other whenever one joins or leaves: a channel would stop the others. */
    @Test
    void everyChannelHasAGroupOfItsOwn() throws IOException {
        Properties settings = new Properties();
        try (InputStream file = SettingsTest.class.getResourceAsStream("/application.properties")) {
            settings.load(file);
        }

        assertThat(settings.stringPropertyNames())
                .filteredOn(name -> name.startsWith("mp.messaging.incoming.") && name.endsWith(".group.id"))
                .hasSize(3)
                .extracting(settings::getProperty)
                .doesNotHaveDuplicates();
    }

    @Test
    void canAllBeSet() {
        Map<String, String> all = new HashMap<>();
        all.put("breakwater.snapshot.signing-key-file", "/other/key.pem");
        all.put("breakwater.snapshot.signing-public-key-file", "/other/public.pem");
        all.put("breakwater.snapshot.capture.quiet", "PT4S");
        all.put("breakwater.snapshot.capture.at-most", "PT5S");
        all.put("breakwater.snapshot.capture.tick", "PT6S");
        all.put("breakwater.snapshot.capture.refresh", "PT7S");
        all.put("breakwater.snapshot.capture.upkeep", "PT17S");
        all.put("breakwater.snapshot.capture.claim", "PT8S");
        all.put("breakwater.snapshot.capture.initial-back-off", "PT9S");
        all.put("breakwater.snapshot.capture.max-back-off", "PT11S");
        all.put("breakwater.snapshot.capture.binary-version", "26.4.1");
        all.put("breakwater.snapshot.capture.largest-jump", "18");
        all.put("breakwater.snapshot.capture.patience", "19");
        all.put("breakwater.snapshot.capture.most-by-hand", "28");
        all.put("breakwater.snapshot.download.most-bytes", "29K");
        all.put("breakwater.snapshot.mode.largest-jump", "20");
        all.put("breakwater.snapshot.mode.clock-tolerance", "PT21S");
        all.put("breakwater.snapshot.mode.evaluations-remembered", "22");
        all.put("breakwater.snapshot.event-keys.producers", "other");
        all.put("breakwater.snapshot.event-keys.look-interval", "PT23S");
        all.put("breakwater.snapshot.event-keys.max-files", "24");
        all.put("breakwater.snapshot.event-keys.max-file-size", "25");
        all.put("breakwater.snapshot.event-keys.max-keys", "26");
        all.put("breakwater.snapshot.event-keys.patience", "PT27S");
        all.put("breakwater.snapshot.retention.keep", "3");
        all.put("breakwater.snapshot.retention.days", "4");
        all.put("breakwater.snapshot.retention.grace", "PT12S");
        all.put("breakwater.snapshot.retention.cleanup-interval", "PT13S");
        all.put("breakwater.snapshot.download.longest-wait", "PT14S");
        all.put("breakwater.snapshot.download.most-waiting", "15");
        all.put("breakwater.snapshot.download.watch-interval", "PT16S");
        SmallRyeConfig config = config(all);

        CaptureConfig capture = config.getConfigMapping(CaptureConfig.class);
        assertThat(capture.quiet()).isEqualTo(Duration.ofSeconds(4));
        assertThat(capture.atMost()).isEqualTo(Duration.ofSeconds(5));
        assertThat(capture.tick()).isEqualTo(Duration.ofSeconds(6));
        assertThat(capture.refresh()).isEqualTo(Duration.ofSeconds(7));
        assertThat(capture.upkeep()).isEqualTo(Duration.ofSeconds(17));
        assertThat(capture.claim()).isEqualTo(Duration.ofSeconds(8));
        assertThat(capture.initialBackOff()).isEqualTo(Duration.ofSeconds(9));
        assertThat(capture.maxBackOff()).isEqualTo(Duration.ofSeconds(11));
        assertThat(capture.binaryVersion()).isEqualTo("26.4.1");
        assertThat(capture.largestJump()).isEqualTo(18);
        assertThat(capture.patience()).isEqualTo(19);
        assertThat(capture.mostByHand()).isEqualTo(28);
        assertThat(config.getConfigMapping(DownloadConfig.class).mostBytes().asLongValue())
                .isEqualTo(29L << 10);
        ModeConfig mode = config.getConfigMapping(ModeConfig.class);
        assertThat(mode.largestJump()).isEqualTo(20);
        assertThat(mode.clockTolerance()).isEqualTo(Duration.ofSeconds(21));
        assertThat(mode.evaluationsRemembered()).isEqualTo(22);
        EventKeysConfig keys = config.getConfigMapping(EventKeysConfig.class);
        assertThat(keys.producers()).containsExactly("other");
        assertThat(keys.lookInterval()).isEqualTo(Duration.ofSeconds(23));
        assertThat(keys.maxFiles()).isEqualTo(24);
        assertThat(keys.maxFileSize()).isEqualTo(25);
        assertThat(keys.maxKeys()).isEqualTo(26);
        assertThat(keys.patience()).isEqualTo(Duration.ofSeconds(27));
        RetentionConfig retention = config.getConfigMapping(RetentionConfig.class);
        assertThat(retention.keep()).isEqualTo(3);
        assertThat(retention.days()).isEqualTo(4);
        assertThat(retention.grace()).isEqualTo(Duration.ofSeconds(12));
        assertThat(retention.cleanupInterval()).isEqualTo(Duration.ofSeconds(13));
        DownloadConfig download = config.getConfigMapping(DownloadConfig.class);
        assertThat(download.longestWait()).isEqualTo(Duration.ofSeconds(14));
        assertThat(download.mostWaiting()).isEqualTo(15);
        assertThat(download.watchInterval()).isEqualTo(Duration.ofSeconds(16));
        SigningConfig signing = config.getConfigMapping(SigningConfig.class);
        assertThat(signing.signingKeyFile()).isEqualTo(Path.of("/other/key.pem"));
        assertThat(signing.signingPublicKeyFile()).isEqualTo(Optional.of(Path.of("/other/public.pem")));
    }

    private static SmallRyeConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(CaptureConfig.class)
                .withMapping(RetentionConfig.class)
                .withMapping(DownloadConfig.class)
                .withMapping(SigningConfig.class)
                .withMapping(ModeConfig.class)
                .withMapping(EventKeysConfig.class)
                .withDefaultValues(values)
                .build();
    }
}

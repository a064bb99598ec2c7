package io.breakwater.testsupport.dns;

import io.breakwater.embedded.zone.TsigKey;
import io.breakwater.embedded.zone.ZoneClient;
import java.net.InetSocketAddress;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The zone of {@link DnsZoneResource}, from inside a Quarkus test. */
public final class TestZone {
    public static final String ORIGIN = "breakwater.test";
    public static final String DR_DOMAIN = "dr.breakwater.test";
    static final String PORT = "breakwater.test.zone.port";
    static final String UPDATE_KEY = "breakwater.test.zone.update-key";

    private TestZone() {}

    /** Changes and reads the zone by dynamic updates. */
    public static ZoneClient client() {
        Config config = ConfigProvider.getConfig();
        TsigKey key = TsigKey.parse("test-update", config.getValue(UPDATE_KEY, String.class));
        return new ZoneClient(new InetSocketAddress("127.0.0.1", config.getValue(PORT, Integer.class)), ORIGIN, key);
    }
}

package io.breakwater.watcher;

import io.breakwater.embedded.zone.TsigKey;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** No poll comes during a test: what is seen is seen for another reason. */
public class LongPolls implements QuarkusTestProfile {
    /** Fixed: the profile is read by another class loader than the tests. */
    public static final TsigKey KEY =
            TsigKey.parse("notify-key", "hmac-sha256:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "breakwater.watcher.notify.tsig.\"notify-key\"", KEY.text(),
                "breakwater.watcher.polling.min-interval", "PT5M",
                "breakwater.watcher.polling.max-interval", "PT5M");
    }
}

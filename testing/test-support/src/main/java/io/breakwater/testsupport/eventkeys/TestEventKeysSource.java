package io.breakwater.testsupport.eventkeys;

import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Gives every tested service its key and the trust directory. Below all other sources, so that a test can set something else; the
 * service is known by {@code breakwater.events.source}, by default its name.
 */
public final class TestEventKeysSource implements ConfigSource {
    private static final String SIGNING_KEY = "breakwater.events.signing-key-file";
    private static final String TRUST = "breakwater.events.trust-directory";

    @Override
    public Set<String> getPropertyNames() {
        return Set.of(SIGNING_KEY, TRUST);
    }

    @Override
    public String getValue(String name) {
        if (SIGNING_KEY.equals(name)) {
            return TestEventKeys.trustDirectory().getParent()
                    + "${breakwater.events.source:/${quarkus.application.name}}.key";
        }
        return TRUST.equals(name) ? TestEventKeys.trustDirectory().toString() : null;
    }

    @Override
    public String getName() {
        return "keys of events for tests";
    }

    @Override
    public int getOrdinal() {
        return 10;
    }
}

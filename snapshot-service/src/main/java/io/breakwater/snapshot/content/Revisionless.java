package io.breakwater.snapshot.content;

import io.breakwater.contracts.event.DrSettings;

/** DR settings without the revision at which they were read, to compare what they say. */
public final class Revisionless {
    private Revisionless() {}

    /** The same settings at revision 0; null stays null. */
    public static DrSettings of(DrSettings settings) {
        return settings == null
                ? null
                : new DrSettings(
                        settings.customerId(),
                        0,
                        settings.domain(),
                        settings.publicKeys(),
                        settings.maxAuthenticationAgeSeconds(),
                        settings.replay(),
                        settings.absence(),
                        settings.compatSignedText(),
                        settings.lookup());
    }
}

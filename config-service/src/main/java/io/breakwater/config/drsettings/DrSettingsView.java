package io.breakwater.config.drsettings;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** DR settings as administrators read them. */
public record DrSettingsView(
        String customerId,
        long revision,
        @Schema(nullable = true) String domain,
        String maxAuthenticationAge,
        String replay,
        String absence,
        boolean compatSignedText,
        Lookup lookup,
        List<KeyView> keys) {

    /** How the record is looked up. */
    public record Lookup(String mode, List<String> servers) {}

    static DrSettingsView of(StoredSettings stored) {
        DrSettingsEntity settings = stored.settings();
        return new DrSettingsView(
                settings.customerId.toString(),
                settings.revision,
                settings.domain,
                MaxAge.format(settings.maxAuthenticationAgeSeconds),
                settings.replay,
                settings.absence,
                settings.compatSignedText,
                new Lookup(settings.lookupMode, List.of(settings.lookupServers)),
                stored.keys().stream().map(KeyView::of).toList());
    }
}

package io.breakwater.config.drsettings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * DR settings, whole: what is left out gets its default.
 *
 * @param domain of the record; null: none yet
 * @param maxAuthenticationAge how long a sign-in counts during DR: {@code P14D}, {@code P2W}, {@code PT36H}
 * @param replay {@code strict} or {@code window-only}
 * @param absence {@code keep} or {@code off-after:PT10M}
 */
public record DrSettingsRequest(
        @Size(max = 253) String domain,
        @Size(max = 64) String maxAuthenticationAge,
        @Size(max = 64) String replay,
        @Size(max = 64) String absence,
        Boolean compatSignedText,
        @Valid Lookup lookup) {

    /**
     * @param mode {@code authoritative} or {@code recursive}
     * @param servers {@code host:port}; empty: discover
     */
    public record Lookup(
            @Size(max = 64) String mode, @Size(max = 16) List<@Size(max = 300) String> servers) {}
}

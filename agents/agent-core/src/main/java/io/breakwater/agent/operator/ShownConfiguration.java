package io.breakwater.agent.operator;

import io.breakwater.agent.trust.Trust;
import io.breakwater.agent.trust.TrustStore;
import io.breakwater.contracts.event.DrSettings;
import java.util.List;
import java.util.Optional;

/** {@code show_configuration}: the DR settings that this agent judges by. */
final class ShownConfiguration {
    private final TrustStore trust;

    ShownConfiguration(TrustStore trust) {
        this.trust = trust;
    }

    record View(
            String drDomain,
            boolean publicKeyUploaded,
            List<String> keyFingerprints,
            Long maxAuthenticationAgeSeconds) {}

    Answer answer() {
        Optional<Trust> believed = trust.trust();
        View view = new View(
                believed.flatMap(Trust::domain).orElse(null),
                believed.filter(one -> !one.keys().isEmpty()).isPresent(),
                believed.map(one -> one.keys().stream()
                                .map(key -> key.fingerprint())
                                .toList())
                        .orElse(List.of()),
                believed.map(Trust::settings)
                        .map(DrSettings::maxAuthenticationAgeSeconds)
                        .orElse(null));
        return new Answer(
                List.of(
                        "DR domain: " + (view.drDomain() == null ? "not configured" : view.drDomain()),
                        "Public key uploaded: " + (view.publicKeyUploaded() ? "yes" : "no"),
                        "Max authentication age in seconds: "
                                + (view.maxAuthenticationAgeSeconds() == null
                                        ? "not configured"
                                        : view.maxAuthenticationAgeSeconds())),
                view);
    }
}

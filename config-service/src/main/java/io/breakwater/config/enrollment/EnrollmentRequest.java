package io.breakwater.config.enrollment;

import io.breakwater.contracts.event.AgentKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * An agent wants in.
 *
 * @param csr PEM PKCS#10; only its key counts
 * @param kind what the agent is, to refuse a key of the other kind; may be left out
 */
public record EnrollmentRequest(
        @NotBlank @Size(max = 1000) String provisioningKey,
        @NotBlank @Size(max = 20_000) String csr,

        @NotBlank @Size(max = 255) @Pattern(regexp = NO_CONTROLS, message = "must not hold control characters")
        String name,

        AgentKind kind,

        @Size(max = 64) @Pattern(regexp = NO_CONTROLS, message = "must not hold control characters")
        String platform,

        @Size(max = 64) @Pattern(regexp = NO_CONTROLS, message = "must not hold control characters")
        String version) {
    private static final String NO_CONTROLS = "[^\\p{Cntrl}\\p{Cs}]*";

    public EnrollmentRequest {
        name = name == null ? null : name.strip();
    }

    /** The key is a secret. */
    @Override
    public String toString() {
        return "EnrollmentRequest[" + name + ", " + kind + "]";
    }
}

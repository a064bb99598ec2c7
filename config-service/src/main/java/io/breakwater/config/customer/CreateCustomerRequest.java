package io.breakwater.config.customer;

import io.breakwater.config.wire.HostNames;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** @param authDomains domains of the tenant's users; may be left out */
public record CreateCustomerRequest(
        @NotBlank
        @Size(max = 255)
        @Pattern(regexp = "[^\\u0000\\p{Cs}]*", message = "must not hold NUL or half of a surrogate pair")
        String name,

        @Size(max = 100)
        List<@NotBlank @Size(max = 253) @Pattern(regexp = "[A-Za-z0-9.-]+", message = "must be a domain name") String>
                authDomains) {
    public CreateCustomerRequest {
        name = name == null ? null : name.strip();
        authDomains = authDomains == null
                ? List.of()
                : authDomains.stream()
                        .map(domain -> domain == null ? "" : HostNames.plain(domain))
                        .toList();
    }
}

package io.breakwater.config.enrollment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param csr PEM PKCS#10; only its key counts */
public record RenewalRequest(@NotBlank @Size(max = 20_000) String csr) {}

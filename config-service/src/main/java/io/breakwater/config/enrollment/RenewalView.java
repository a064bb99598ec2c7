package io.breakwater.config.enrollment;

import java.time.Instant;

/** @param caCertificate the issuing certificate and those above it, up to the tenant's root */
public record RenewalView(String certificate, String caCertificate, Instant certificateNotAfter) {}

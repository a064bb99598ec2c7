package io.breakwater.snapshot.configclient;

/** config-service knows no such tenant. */
public class UnknownTenantException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownTenantException() {
        super("config-service knows no such tenant");
    }
}

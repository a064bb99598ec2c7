package io.breakwater.drctl.centre;

import java.net.URI;

/** Where the centre is, and as whom it is asked. */
record Deployment(URI configService, URI drController, String customerId, String clientId, String clientSecret) {
    /** Without the secret. */
    @Override
    public String toString() {
        return "Deployment[" + configService + ", " + drController + ", " + customerId + ", " + clientId + "]";
    }
}

package io.breakwater.local.process;

import io.breakwater.local.http.RestClient;
import io.breakwater.local.http.UnreachableException;
import java.net.URI;
import java.time.Duration;

/** Asks a program of ours how it is. */
public final class Health {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private Health() {}

    /** Whether it is ready for work, told by its management port. */
    public static boolean isReady(URI management) {
        try {
            return RestClient.anonymous(management)
                    .within(PATIENCE)
                    .get("/q/health/ready")
                    .isSuccess();
        } catch (UnreachableException e) {
            return false;
        }
    }
}

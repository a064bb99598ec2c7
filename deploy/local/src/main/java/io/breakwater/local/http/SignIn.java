package io.breakwater.local.http;

import io.breakwater.local.SuiteException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/** A client's token, renewed some time before it ends; kept meanwhile, so it outlives config-service. Safe for threads. */
public final class SignIn implements Supplier<String> {
    private static final Duration RESERVE = Duration.ofMinutes(5);

    private final RestClient configService;
    private final String clientId;
    private final Supplier<String> clientSecret;
    private String token;
    private Instant renewAt = Instant.MIN;

    public SignIn(RestClient configService, String clientId, Supplier<String> clientSecret) {
        this.configService = configService;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    /** @throws SuiteException when config-service refuses */
    @Override
    public synchronized String get() {
        if (Instant.now().isAfter(renewAt)) {
            Answer answer = configService.postForm(
                    "/signin", Map.of("client_id", clientId, "client_secret", clientSecret.get()));
            if (!answer.isSuccess()) {
                throw new SuiteException("config-service refuses the sign-in of " + clientId + ": " + answer);
            }
            token = answer.text("access_token");
            renewAt = Instant.now()
                    .plusSeconds(answer.body().path("expires_in").asLong(0))
                    .minus(RESERVE);
        }
        return token;
    }
}

package io.breakwater.config.signin;

import io.breakwater.config.secrets.RandomSecrets;
import io.breakwater.config.wire.Ids;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Turns a client's id and secret into a token. An unknown id and a wrong secret get the same answer. */
@Singleton
public class SignInService {
    private static final String REFUSED = "The client id or the client secret is wrong, or the key is disabled.";

    private final ServiceClients serviceClients;
    private final ApiKeys apiKeys;
    private final TokenIssuer tokens;

    SignInService(ServiceClients serviceClients, ApiKeys apiKeys, TokenIssuer tokens) {
        this.serviceClients = serviceClients;
        this.apiKeys = apiKeys;
        this.tokens = tokens;
    }

    /** Fails with {@link Problem#INVALID_CLIENT}. */
    @WithSession
    public Uni<AccessToken> signIn(String clientId, String secret) {
        if (clientId == null || secret == null) {
            throw new ProblemException(Problem.INVALID_CLIENT, "Send the form fields client_id and client_secret.");
        }
        return serviceClients
                .verify(clientId, secret)
                .map(client -> Uni.createFrom().item(client))
                .orElseGet(() -> ofTenant(clientId, secret))
                .map(tokens::forClient);
    }

    private Uni<Client> ofTenant(String clientId, String secret) {
        String digest = RandomSecrets.digest(secret);
        return Ids.parse(clientId)
                .map(apiKeys::find)
                .orElseGet(() -> Uni.createFrom().nullItem())
                .map(key -> key != null && key.enabled && RandomSecrets.same(key.secretSha256, digest) ? key : null)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(Problem.INVALID_CLIENT, REFUSED))
                .map(key -> new Client(clientId, key.customerId.toString(), key.role));
    }
}

package io.breakwater.config.signin;

import io.breakwater.config.apikey.ApiKeyEntity;
import io.breakwater.config.apikey.ApiKeys;
import io.breakwater.config.audit.AuditAction;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.permission.Permissions;
import io.breakwater.config.role.RoleDirectory;
import io.breakwater.config.secrets.RandomSecrets;
import io.breakwater.config.wire.Ids;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import io.breakwater.platform.security.Roles;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** Turns a client's id and secret into a token. An unknown id and a wrong secret get the same answer. */
@Singleton
public class SignInService {
    private final ServiceClients serviceClients;
    private final ApiKeys apiKeys;
    private final RoleDirectory roles;
    private final SignInAudit audit;
    private final TokenIssuer tokens;
    private final Clock clock;

    SignInService(
            ServiceClients serviceClients,
            ApiKeys apiKeys,
            RoleDirectory roles,
            SignInAudit audit,
            TokenIssuer tokens,
            Clock clock) {
        this.clock = clock;
        this.serviceClients = serviceClients;
        this.apiKeys = apiKeys;
        this.roles = roles;
        this.audit = audit;
        this.tokens = tokens;
    }

    /** Empty when the id or the secret is wrong, or the key disabled. Fails with {@link Problem#INVALID_CLIENT} when one is missing. */
    @WithTransaction
    public Uni<Optional<AccessToken>> signIn(String clientId, String secret) {
        if (clientId == null || secret == null) {
            throw new ProblemException(Problem.INVALID_CLIENT, "Send the form fields client_id and client_secret.");
        }
        return serviceClients
                .verify(clientId, secret)
                .map(client -> Uni.createFrom().item(Optional.of(client)))
                .orElseGet(() ->
                        ofTenant(clientId, key -> RandomSecrets.same(key.secretSha256, RandomSecrets.digest(secret))))
                .map(client -> client.map(tokens::forClient));
    }

    /** The same for a client that signs instead of sending its secret. */
    @WithTransaction
    public Uni<Optional<AccessToken>> signIn(ClientAssertion assertion) {
        return assertion
                .clientId()
                .map(id -> ofTenant(id, key -> isOf(assertion, key)))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(client -> client.map(tokens::forClient));
    }

    private boolean isOf(ClientAssertion assertion, ApiKeyEntity key) {
        return key.verifyingKey()
                .filter(verifying -> assertion.isOf(key.id.toString(), verifying, clock.instant()))
                .isPresent();
    }

    private Uni<Optional<Client>> ofTenant(String clientId, Predicate<ApiKeyEntity> proof) {
        return Ids.parse(clientId)
                .map(apiKeys::find)
                .orElseGet(() -> Uni.createFrom().nullItem())
                .chain(key -> key == null ? Uni.createFrom().item(Optional.empty()) : verified(key, proof));
    }

    private Uni<Optional<Client>> verified(ApiKeyEntity key, Predicate<ApiKeyEntity> proof) {
        if (!key.enabled || !proof.test(key)) {
            return audit.record(key, AuditAction.SIGN_IN_REFUSED).replaceWith(Optional.empty());
        }
        return roles.permissions(key.customerId, key.roleId)
                .call(() -> audit.record(key, AuditAction.SIGN_IN))
                .map(permissions -> Optional.of(client(key, permissions)));
    }

    private static Client client(ApiKeyEntity key, Permissions ofRole) {
        boolean confined = key.microtenantId != TenantScope.DEFAULT_MICROTENANT;
        Permissions permissions = confined ? ofRole.confined() : ofRole;
        boolean everything = permissions.areComplete();
        return new Client(
                key.id.toString(),
                key.customerId.toString(),
                confined ? key.microtenantId.toString() : null,
                everything ? Roles.ADMIN : Roles.DELEGATED_ADMIN,
                key.roleId,
                everything ? null : permissions,
                Duration.ofSeconds(key.tokenExpiryTimeInSec));
    }
}

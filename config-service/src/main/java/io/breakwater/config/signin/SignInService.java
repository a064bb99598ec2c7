package io.breakwater.config.signin;

import io.breakwater.config.apikey.ApiKeyEntity;
import io.breakwater.config.apikey.ApiKeys;
import io.breakwater.config.assertion.Use;
import io.breakwater.config.assertion.UsedAssertions;
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
import java.util.function.Function;

/** Turns a client's id and secret into a token. An unknown id and a wrong secret get the same answer. */
@Singleton
public class SignInService {
    private final ServiceClients serviceClients;
    private final ApiKeys apiKeys;
    private final RoleDirectory roles;
    private final SignInAudit audit;
    private final UsedAssertions assertions;
    private final TokenIssuer tokens;
    private final Clock clock;

    SignInService(
            ServiceClients serviceClients,
            ApiKeys apiKeys,
            RoleDirectory roles,
            SignInAudit audit,
            UsedAssertions assertions,
            TokenIssuer tokens,
            Clock clock) {
        this.clock = clock;
        this.serviceClients = serviceClients;
        this.apiKeys = apiKeys;
        this.roles = roles;
        this.audit = audit;
        this.assertions = assertions;
        this.tokens = tokens;
    }

    /** Fails with {@link Problem#INVALID_CLIENT} when the id or the secret is missing. */
    @WithTransaction
    public Uni<SignInOutcome> signIn(String clientId, String secret) {
        if (clientId == null || secret == null) {
            throw new ProblemException(Problem.INVALID_CLIENT, "Send the form fields client_id and client_secret.");
        }
        return serviceClients
                .verify(clientId, secret)
                .map(client -> Uni.createFrom().item(signedIn(client)))
                .orElseGet(() -> ofTenant(clientId, key -> Uni.createFrom().item(ofSecret(key, secret))));
    }

    /** The same for a client that signs instead of sending its secret. */
    @WithTransaction
    public Uni<SignInOutcome> signIn(ClientAssertion assertion) {
        return assertion
                .clientId()
                .map(id -> ofTenant(id, key -> ofAssertion(key, assertion)))
                .orElseGet(() -> Uni.createFrom().item(SignInOutcome.refused(Proof.WRONG)));
    }

    private static Proof ofSecret(ApiKeyEntity key, String secret) {
        return RandomSecrets.same(key.secretSha256, RandomSecrets.digest(secret)) ? Proof.RIGHT : Proof.WRONG;
    }

    private Uni<Proof> ofAssertion(ApiKeyEntity key, ClientAssertion assertion) {
        return key.verifyingKey()
                .flatMap(verifying -> assertion.verified(key.id.toString(), verifying, clock.instant()))
                .map(verified -> assertions.use(verified).map(SignInService::proof))
                .orElseGet(() -> Uni.createFrom().item(Proof.WRONG));
    }

    private static Proof proof(Use use) {
        return switch (use) {
            case FIRST -> Proof.RIGHT;
            case AGAIN -> Proof.USED_BEFORE;
            case TOO_MANY -> Proof.TOO_MANY;
        };
    }

    private Uni<SignInOutcome> ofTenant(String clientId, Function<ApiKeyEntity, Uni<Proof>> proof) {
        return Ids.parse(clientId)
                .map(apiKeys::find)
                .orElseGet(() -> Uni.createFrom().nullItem())
                .chain(key ->
                        key == null ? Uni.createFrom().item(SignInOutcome.refused(Proof.WRONG)) : verified(key, proof));
    }

    private Uni<SignInOutcome> verified(ApiKeyEntity key, Function<ApiKeyEntity, Uni<Proof>> proof) {
        Uni<Proof> proved = key.enabled ? proof.apply(key) : Uni.createFrom().item(Proof.WRONG);
        return proved.chain(found -> found == Proof.RIGHT ? admitted(key) : refused(key, found));
    }

    private Uni<SignInOutcome> refused(ApiKeyEntity key, Proof proof) {
        return audit.refused(key).replaceWith(SignInOutcome.refused(proof));
    }

    private Uni<SignInOutcome> admitted(ApiKeyEntity key) {
        return roles.permissions(key.customerId, key.roleId)
                .call(() -> audit.succeeded(key))
                .map(permissions -> signedIn(client(key, permissions)));
    }

    private SignInOutcome signedIn(Client client) {
        return new SignInOutcome(Proof.RIGHT, Optional.of(tokens.forClient(client)));
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

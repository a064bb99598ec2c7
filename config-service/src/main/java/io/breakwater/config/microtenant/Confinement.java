package io.breakwater.config.microtenant;

import io.breakwater.platform.security.Claims;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The microtenant that the caller's token is bound to, which its requests never reach beyond (I8). */
@Singleton
public class Confinement {
    private final CurrentIdentityAssociation callers;

    Confinement(CurrentIdentityAssociation callers) {
        this.callers = callers;
    }

    /** Empty for a token that is bound to none. */
    Uni<Optional<String>> current() {
        return callers.getDeferredIdentity()
                .map(Confinement::of)
                // a token that is none: the endpoint refuses it
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    /** Fails with the refusal when a caller who is bound to a microtenant names another one. */
    public Uni<Void> requireWithin(Collection<Long> microtenantIds, Supplier<RuntimeException> refusal) {
        return current()
                .invoke(bound -> {
                    boolean reaches = bound.isPresent()
                            && microtenantIds.stream()
                                    .anyMatch(id -> !id.toString().equals(bound.get()));
                    if (reaches) {
                        throw refusal.get();
                    }
                })
                .replaceWithVoid();
    }

    private static Optional<String> of(SecurityIdentity caller) {
        return caller.getPrincipal() instanceof JsonWebToken token
                ? Optional.ofNullable(token.getClaim(Claims.MICROTENANT_ID)).map(Object::toString)
                : Optional.empty();
    }
}

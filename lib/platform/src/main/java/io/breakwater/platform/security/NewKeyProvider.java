package io.breakwater.platform.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.quarkus.smallrye.jwt.runtime.auth.MpJwtValidator;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Authenticates by Quarkus' own provider of tokens, in its place. But before it refuses a token because its key is not known it has
 * the keys read anew on a worker thread and tries once more: the key may be a new one. Stateless.
 */
@Singleton
class NewKeyProvider implements IdentityProvider<TokenAuthenticationRequest> {
    private static final int MAX_DEPTH = 8;

    /** Before the library's, which has what is usual. */
    private static final int PRIORITY = SYSTEM_FIRST + 2;

    private final MpJwtValidator library;
    private final TokenVerifier verifier;

    NewKeyProvider(MpJwtValidator library, TokenVerifier verifier) {
        this.library = library;
        this.verifier = verifier;
    }

    @Override
    public int priority() {
        return PRIORITY;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        if (!(request.getToken() instanceof JsonWebTokenCredential)) {
            return Uni.createFrom().nullItem();
        }
        return library.authenticate(request, context)
                .onFailure(NewKeyProvider::isForWantOfItsKey)
                .recoverWithUni(() -> look(context).chain(() -> library.authenticate(request, context)));
    }

    private Uni<SecurityIdentity> look(AuthenticationRequestContext context) {
        return context.runBlocking(() -> {
            verifier.look();
            return null;
        });
    }

    private static boolean isForWantOfItsKey(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            if (cause instanceof UnresolvableKeyException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}

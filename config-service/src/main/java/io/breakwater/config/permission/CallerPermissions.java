package io.breakwater.config.permission;

import io.breakwater.platform.security.Claims;
import io.breakwater.platform.security.Roles;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What the caller of the current request may do, from its token. */
@Singleton
public class CallerPermissions {
    private final CurrentIdentityAssociation callers;

    CallerPermissions(CurrentIdentityAssociation callers) {
        this.callers = callers;
    }

    public Uni<Permissions> current() {
        return callers.getDeferredIdentity().map(CallerPermissions::of);
    }

    static Permissions of(SecurityIdentity caller) {
        if (caller.hasRole(Roles.DELEGATED_ADMIN)) {
            return caller.getPrincipal() instanceof JsonWebToken token ? claimed(token) : Permissions.none();
        }
        return Permissions.all(Access.FULL);
    }

    private static Permissions claimed(JsonWebToken token) {
        Map<String, String> texts = new HashMap<>();
        if (token.getClaim(Claims.PERMISSIONS) instanceof JsonObject claim) {
            claim.forEach((name, value) -> {
                if (value instanceof JsonString text) {
                    texts.put(name, text.getString());
                }
            });
        }
        return Permissions.ofTexts(texts);
    }
}

package io.breakwater.config.audit;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Who makes the current request. */
@Singleton
public class Actors {
    private final CurrentIdentityAssociation callers;
    private final CurrentVertxRequest requests;

    Actors(CurrentIdentityAssociation callers, CurrentVertxRequest requests) {
        this.callers = callers;
        this.requests = requests;
    }

    public Uni<Actor> current() {
        return callers.getDeferredIdentity().map(this::of);
    }

    /** Somebody who is not known by a token, for example while signing in. */
    public Actor named(String id) {
        return new Actor(id, null, address());
    }

    private Actor of(SecurityIdentity caller) {
        if (caller.isAnonymous()) {
            return new Actor(null, null, address());
        }
        String role = caller.getRoles().stream().findFirst().orElse(null);
        return new Actor(caller.getPrincipal().getName(), role, address());
    }

    private String address() {
        RoutingContext request = requests.getCurrent();
        SocketAddress peer = request == null ? null : request.request().remoteAddress();
        return peer == null ? null : peer.hostAddress();
    }
}

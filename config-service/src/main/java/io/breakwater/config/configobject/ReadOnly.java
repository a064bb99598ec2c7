package io.breakwater.config.configobject;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.hibernate.FlushMode;

/** Makes the current session one that only reads: it keeps no copies to compare with and never looks for changes. */
final class ReadOnly {
    private ReadOnly() {}

    static Uni<Void> session() {
        return Panache.getSession()
                .invoke(session -> session.setFlushMode(FlushMode.MANUAL).setDefaultReadOnly(true))
                .replaceWithVoid();
    }
}

package io.breakwater.agent.centre;

import io.breakwater.agent.centre.CentreFailure.Kind;
import java.net.URI;
import java.util.Optional;

/** A central service's address, for {@link URI#resolve} with an absolute path. */
final class Addresses {
    private Addresses() {}

    static URI of(Optional<URI> base, String service) throws CentreFailure {
        return base.orElseThrow(() -> new CentreFailure(Kind.UNREACHABLE, "no address of " + service + " is set"));
    }
}

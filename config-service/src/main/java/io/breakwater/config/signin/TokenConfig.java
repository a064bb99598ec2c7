package io.breakwater.config.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How access tokens are made. */
@ConfigMapping(prefix = "breakwater.token")
public interface TokenConfig {
    /** PKCS#8 PEM of the RSA key that signs. The other services verify with its public part, from a file of their own. */
    Path signingKeyFile();

    /**
     * PEM files of further public keys that are told as verification keys: of the key that will sign next, or signed before. For a
     * change of the key without an outage, see the service's README.
     */
    Optional<List<Path>> furtherKeyFiles();

    /** How long an administrator's or a service's token lives; the Python client signs in once for a whole run. */
    @WithDefault("PT1H")
    Duration life();

    /** How long an agent's token lives. */
    @WithDefault("PT15M")
    Duration agentLife();
}

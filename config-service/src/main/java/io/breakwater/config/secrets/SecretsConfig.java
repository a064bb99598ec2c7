package io.breakwater.config.secrets;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where the master key is. */
@ConfigMapping(prefix = "breakwater.secrets")
public interface SecretsConfig {
    /** File with the Base64 text of 32 random octets. */
    Path masterKeyFile();
}

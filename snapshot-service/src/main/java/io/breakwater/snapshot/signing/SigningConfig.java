package io.breakwater.snapshot.signing;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** The key with which indexes and manifests are signed. */
@ConfigMapping(prefix = "breakwater.snapshot")
public interface SigningConfig {
    /** Ed25519 private key, PKCS#8 PEM. */
    Path signingKeyFile();

    /** Its public key, SubjectPublicKeyInfo PEM. Derived from the private key when it is not given; checked against it when it is. */
    Optional<Path> signingPublicKeyFile();
}

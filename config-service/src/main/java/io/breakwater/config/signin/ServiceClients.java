package io.breakwater.config.signin;

import io.breakwater.config.secrets.RandomSecrets;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The suite's own clients, read from settings at the start. Immutable. */
@Singleton
class ServiceClients {
    private final Map<String, Known> byId = new HashMap<>();

    private record Known(String secretDigest, String role) {}

    ServiceClients(ServiceClientsConfig config) {
        config.clients()
                .forEach((id, client) -> byId.put(
                        id,
                        new Known(
                                RandomSecrets.digest(secret(client.secretFile())),
                                client.role().name())));
    }

    /** Empty when there is no such client or its secret is another one. */
    Optional<Client> verify(String clientId, String secret) {
        return Optional.ofNullable(byId.get(clientId))
                .filter(known -> RandomSecrets.same(known.secretDigest(), RandomSecrets.digest(secret)))
                .map(known -> Client.ofSuite(clientId, known.role()));
    }

    private static String secret(Path file) {
        try {
            String secret = Files.readString(file).trim();
            if (secret.isEmpty()) {
                throw new IllegalStateException("the secret file " + file + " is empty");
            }
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException("the secret file " + file + " cannot be read", e);
        }
    }
}

package io.breakwater.config.provisioning;

import io.breakwater.config.secrets.RandomSecrets;
import io.breakwater.config.secrets.Vault;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/** The text of provisioning keys: made, kept encrypted, shown. Safe for threads. */
@Singleton
public class KeyText {
    private final Vault vault;
    private final ProvisioningConfig config;

    KeyText(Vault vault, ProvisioningConfig config) {
        this.vault = vault;
        this.config = config;
    }

    /** Gives a new key its text. */
    void invent(ProvisioningKeyEntity key) {
        String text = "3|" + config.apiHost() + "|" + RandomSecrets.next();
        key.keySha256 = RandomSecrets.digest(text);
        key.encryptedKey = vault.encrypt(text.getBytes(StandardCharsets.UTF_8), purpose(key));
    }

    String reveal(ProvisioningKeyEntity key) {
        return new String(vault.decrypt(key.encryptedKey, purpose(key)), StandardCharsets.UTF_8);
    }

    private static String purpose(ProvisioningKeyEntity key) {
        return "provisioning-key:" + key.id;
    }
}

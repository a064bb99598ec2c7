package io.breakwater.contracts.signature;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/** Reads keys from PEM. */
final class KeyPem {
    private static final Pattern PUBLIC =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]{1,2000})-----END PUBLIC KEY-----");
    private static final Pattern PRIVATE =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]{1,2000})-----END PRIVATE KEY-----");

    private KeyPem() {}

    static Ed25519PrivateKeyParameters ed25519Private(String pem) {
        Matcher block = PRIVATE.matcher(pem);
        if (!block.find()) {
            throw new IllegalArgumentException(
                    "there is no -----BEGIN PRIVATE KEY----- (PKCS#8, not encrypted), as openssl genpkey -algorithm ed25519 writes");
        }
        try {
            AsymmetricKeyParameter key = PrivateKeyFactory.createKey(der(block));
            if (key instanceof Ed25519PrivateKeyParameters ed25519) {
                return ed25519;
            }
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("the PRIVATE KEY is damaged", e);
        }
        throw new IllegalArgumentException("the PRIVATE KEY is not an Ed25519 key");
    }

    /** The contents of all {@code PUBLIC KEY} blocks; what is damaged is null. */
    static List<byte[]> publicBlocks(String text) {
        List<byte[]> blocks = new ArrayList<>();
        Matcher block = PUBLIC.matcher(text);
        while (block.find()) {
            byte[] content = null;
            try {
                content = der(block);
            } catch (IllegalArgumentException e) {
                // told by the caller, who knows where the text came from
            }
            blocks.add(content);
        }
        return blocks;
    }

    private static byte[] der(Matcher block) {
        return Base64.getMimeDecoder().decode(block.group(1));
    }
}

package io.breakwater.activation.signing;

import io.breakwater.activation.KeyRefusedException;
import io.breakwater.activation.PemText;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads RSA private keys as {@code openssl} and {@link DrKeys} write them. */
final class PrivateKeyPem {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{0,30}PRIVATE KEY)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    /** Version 0 and AlgorithmIdentifier {rsaEncryption, NULL}. */
    private static final byte[] PKCS8_HEAD = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private PrivateKeyPem() {}

    static RSAPrivateCrtKey read(String pem) throws KeyRefusedException {
        if (pem.contains("ENCRYPTED")) {
            throw new KeyRefusedException(
                    "This private key is encrypted: decrypt it first with 'openssl pkey -in FILE -out dr_privatekey.pem'");
        }
        Matcher block = BLOCK.matcher(PemText.withLineFeeds(pem));
        if (!block.find()) {
            throw new KeyRefusedException("This is no PEM private key: -----BEGIN PRIVATE KEY----- … is needed");
        }
        byte[] content = decode(block.group(2));
        return switch (block.group(1)) {
            case "PRIVATE KEY" -> key(content);
            case "RSA PRIVATE KEY" -> key(pkcs8(content));
            default -> throw new KeyRefusedException("This is a " + block.group(1) + ", not an RSA private key");
        };
    }

    static RSAPublicKey publicOf(RSAPrivateCrtKey key) throws GeneralSecurityException {
        return (RSAPublicKey) KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    }

    private static RSAPrivateCrtKey key(byte[] pkcs8) throws KeyRefusedException {
        try {
            return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException | ClassCastException e) {
            throw new KeyRefusedException("This is no RSA private key, or it is damaged", e);
        }
    }

    private static byte[] decode(String base64) throws KeyRefusedException {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new KeyRefusedException("This PEM block is damaged: its Base64 cannot be read", e);
        }
    }

    /** PKCS#8 is SEQUENCE {version, algorithm, OCTET STRING {PKCS#1}}; an RSA key of a useful size needs two octets for its lengths. */
    private static byte[] pkcs8(byte[] pkcs1) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        header(out, 0x30, PKCS8_HEAD.length + 4 + pkcs1.length);
        out.writeBytes(PKCS8_HEAD);
        header(out, 0x04, pkcs1.length);
        out.writeBytes(pkcs1);
        return out.toByteArray();
    }

    private static void header(ByteArrayOutputStream out, int tag, int length) {
        out.write(tag);
        out.write(0x82);
        out.write(length >> 8);
        out.write(length);
    }
}

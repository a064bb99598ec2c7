package io.breakwater.activation;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes public keys as PEM, and knows which are good enough. */
final class PublicKeyPem {

    private static final int SMALLEST_BITS = 2048;
    private static final int LARGEST_BITS = 4096;
    private static final int LONGEST_TEXT = 16_384;
    private static final BigInteger SMALLEST_EXPONENT = BigInteger.valueOf(65_537);

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\\s]*)-----END ([A-Z0-9 ]{1,40})-----");

    /** AlgorithmIdentifier {rsaEncryption, NULL}. */
    private static final byte[] RSA_ENCRYPTION = HexFormat.of().parseHex("300d06092a864886f70d0101010500");

    private PublicKeyPem() {}

    static RSAPublicKey read(String pem) throws KeyRefusedException {
        if (pem == null || pem.isBlank()) {
            throw new KeyRefusedException("There is no key: a PEM public key (-----BEGIN PUBLIC KEY-----) is needed");
        }
        if (pem.contains("PRIVATE KEY")) {
            throw new KeyRefusedException(
                    "This is a private key: keep it secret and give the public key (dr_publickey.pem) instead");
        }
        if (pem.length() > LONGEST_TEXT) {
            throw new KeyRefusedException("This is too long to be a public key: " + pem.length() + " characters");
        }
        Matcher block = BLOCK.matcher(PemText.withLineFeeds(pem));
        if (!block.find() || !block.group(1).equals(block.group(3))) {
            throw new KeyRefusedException(
                    "This is no PEM public key: -----BEGIN PUBLIC KEY----- … -----END PUBLIC KEY----- is needed");
        }
        String label = block.group(1);
        byte[] content = decode(block.group(2));
        if (block.find()) {
            throw new KeyRefusedException("This holds more than one PEM block: give one key at a time");
        }
        RSAPublicKey key = switch (label) {
            case "PUBLIC KEY" -> key(content);
            case "RSA PUBLIC KEY" -> key(withAlgorithm(content));
            default -> throw new KeyRefusedException("This is a " + label + ", not a PUBLIC KEY or RSA PUBLIC KEY");
        };
        Optional<String> refusal = refusal(key);
        if (refusal.isPresent()) {
            throw new KeyRefusedException(refusal.get());
        }
        return key;
    }

    static String write(RSAPublicKey key) {
        Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
        return "-----BEGIN PUBLIC KEY-----\n" + lines.encodeToString(key.getEncoded()) + "\n-----END PUBLIC KEY-----\n";
    }

    /** Why a key is not good enough; empty when it is. */
    static Optional<String> refusal(RSAPublicKey key) {
        int bits = key.getModulus().bitLength();
        if (bits < SMALLEST_BITS) {
            return Optional.of(
                    "This RSA key is too small: " + bits + " bits, at least " + SMALLEST_BITS + " are needed");
        }
        if (bits > LARGEST_BITS) {
            return Optional.of(
                    "This RSA key is too large: " + bits + " bits, at most " + LARGEST_BITS + " are allowed");
        }
        BigInteger exponent = key.getPublicExponent();
        if (exponent.compareTo(SMALLEST_EXPONENT) < 0 || !exponent.testBit(0)) {
            return Optional.of("This RSA key's public exponent must be odd and at least 65537");
        }
        return Optional.empty();
    }

    static String fingerprintOfText(String text) {
        return Sha256.hex(text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] decode(String base64) throws KeyRefusedException {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new KeyRefusedException("This PEM block is damaged: its Base64 cannot be read", e);
        }
    }

    private static RSAPublicKey key(byte[] subjectPublicKeyInfo) throws KeyRefusedException {
        try {
            return (RSAPublicKey)
                    KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo));
        } catch (GeneralSecurityException e) {
            throw new KeyRefusedException("This is no RSA public key, or it is damaged", e);
        }
    }

    /** PKCS#1 lacks the algorithm: SubjectPublicKeyInfo is SEQUENCE {algorithm, BIT STRING {PKCS#1}}. */
    private static byte[] withAlgorithm(byte[] pkcs1) {
        byte[] bits = new byte[pkcs1.length + 1];
        System.arraycopy(pkcs1, 0, bits, 1, pkcs1.length);
        return element(0x30, RSA_ENCRYPTION, element(0x03, bits));
    }

    /** A DER element with the shortest form of its length. */
    private static byte[] element(int tag, byte[]... contents) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] octets : contents) {
            content.writeBytes(octets);
        }
        int length = content.size();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (length >= 0x100) {
            out.write(0x82);
            out.write(length >> 8);
        } else if (length >= 0x80) {
            out.write(0x81);
        }
        out.write(length);
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }
}

package io.breakwater.activation.signing;

import io.breakwater.activation.Rrset;
import io.breakwater.activation.TxtRecord;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Writes activation records. Stateless. */
public final class RecordSigner {

    private static final int LONGEST_STRING = 255;

    private RecordSigner() {}

    /**
     * The two records of a signed activation.
     *
     * @param key an RSA private key of at least 2048 bits
     * @throws IllegalArgumentException when the key cannot sign
     */
    public static Rrset sign(RecordDraft draft, PrivateKey key) {
        String signedText = draft.text(true);
        String signature = signature(signedText, key);
        int half = signature.length() / 2;
        return new Rrset(List.of(
                record(signedText + "n=2;p=1;bh=" + signature.substring(0, half)),
                record(draft.text(false) + "n=2;p=2;bh=" + signature.substring(half))));
    }

    /** The one record of an unsigned activation: it counts only for tenants without a key. */
    public static Rrset unsigned(RecordDraft draft) {
        String text = draft.text(true);
        return new Rrset(List.of(record(text.substring(0, text.length() - 1))));
    }

    private static String signature(String text, PrivateKey key) {
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign(key);
            rsa.update(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(rsa.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("This key cannot sign: an RSA key is needed", e);
        }
    }

    private static TxtRecord record(String text) {
        List<String> strings = new ArrayList<>();
        for (int from = 0; from < text.length(); from += LONGEST_STRING) {
            strings.add(text.substring(from, Math.min(text.length(), from + LONGEST_STRING)));
        }
        return TxtRecord.ofLatin1(strings);
    }
}

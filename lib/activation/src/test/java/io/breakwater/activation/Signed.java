package io.breakwater.activation;

import io.breakwater.activation.signing.DrKeys;
import io.breakwater.activation.signing.RecordDraft;
import io.breakwater.activation.signing.RecordSigner;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Record sets for tests, signed with one key. */
public final class Signed {

    public static final String DOMAIN = "dr.acme.example";
    public static final DrKeys KEYS = DrKeys.generate();
    public static final List<TrustedKey> TRUSTED = List.of(KEYS.publicKey());

    private Signed() {}

    public static Rrset record(Mode mode, Long t, Long x) {
        return RecordSigner.sign(RecordDraft.of(mode, DOMAIN, 0, 0).withWindow(t, x), KEYS.privateKey());
    }

    /** The octets in front of {@code n}, signed as they are, in a pair whose second part has the given head. */
    public static Rrset text(String first, String second, String signedText) {
        String signature = signature(signedText);
        return plain(
                first + "n=2;p=1;bh=" + signature.substring(0, 170), second + "n=2;p=2;bh=" + signature.substring(170));
    }

    public static Rrset text(String head) {
        return text(head, head, head);
    }

    public static Rrset plain(String... texts) {
        return Rrset.ofLatin1(Arrays.stream(texts).map(List::of).toList());
    }

    public static Rrset together(Rrset... sets) {
        List<TxtRecord> records = new ArrayList<>();
        Arrays.stream(sets).forEach(set -> records.addAll(set.records()));
        return new Rrset(records);
    }

    private static String signature(String text) {
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign(KEYS.privateKey());
            rsa.update(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(rsa.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

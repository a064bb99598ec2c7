package io.breakwater.testsupport.records;

import java.util.List;
import java.util.stream.IntStream;

/** TXT record sets: each record a list of character-strings, each character one octet. Times are epoch seconds, or null for none. */
public final class Records {
    private static final int STRING = 255;

    private Records() {}

    public static List<List<String>> signedOn(SigningKey key, String domain, Long t, Long x) {
        return signed(key, domain, "on", t, x);
    }

    public static List<List<String>> signedOff(SigningKey key, String domain, Long t, Long x) {
        return signed(key, domain, "off", t, x);
    }

    public static List<List<String>> signedTest(SigningKey key, String domain, Long t, Long x) {
        return signed(key, domain, "test", t, x);
    }

    /** A signed pair. @param body {@code on}, {@code off}, {@code test}, or anything else that must be refused */
    public static List<List<String>> signed(SigningKey key, String domain, String body, Long t, Long x) {
        String times = (t == null ? "" : "t=" + t + ";") + (x == null ? "" : "x=" + x + ";");
        String signedText = "v=1;d=" + domain + ";k=zpa;b=" + body + ";" + times;
        String signature = key.sign(signedText);
        int half = signature.length() / 2;
        String first = signedText + "n=2;p=1;bh=" + signature.substring(0, half);
        String second = "v=1;k=zpa;b=" + body + ";" + times + "n=2;p=2;bh=" + signature.substring(half);
        return List.of(strings(first), strings(second));
    }

    /** Only the first part of a signed pair. */
    public static List<List<String>> partial(SigningKey key, String domain, String body, Long t, Long x) {
        return signed(key, domain, body, t, x).subList(0, 1);
    }

    /** An unsigned record. */
    public static List<List<String>> unsigned(String body, Long t, Long x) {
        String times = (t == null ? "" : ";t=" + t) + (x == null ? "" : ";x=" + x);
        return List.of(strings("v=1;k=zpa;b=" + body + times));
    }

    /** A TXT record that is none of ours. */
    public static List<List<String>> foreign() {
        return List.of(List.of("v=spf1 -all"));
    }

    private static List<String> strings(String text) {
        return IntStream.range(0, (text.length() + STRING - 1) / STRING)
                .mapToObj(i -> text.substring(i * STRING, Math.min(text.length(), (i + 1) * STRING)))
                .toList();
    }
}

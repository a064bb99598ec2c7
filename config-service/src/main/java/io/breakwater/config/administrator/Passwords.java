package io.breakwater.config.administrator;

import io.breakwater.config.wire.ValueRefused;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** Administrators' passwords: what they must be made of, and how they are kept. Safe for threads. */
@Singleton
class Passwords {
    private static final int LEAST = 8;
    private static final int MOST_OCTETS = 72;
    private static final int SALT_OCTETS = 16;

    /** 2^10 rounds: some 50 ms of CPU, on a worker thread. */
    private static final int COST = 10;

    private static final Pattern UPPER = Pattern.compile("\\p{Lu}");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final Pattern SPECIAL = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final String GENERATED_TAIL = "aA1!";
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int GENERATED = 16;

    private final Vertx vertx;
    private final SecureRandom random = new SecureRandom();

    Passwords(Vertx vertx) {
        this.vertx = vertx;
    }

    /** @throws ValueRefused saying what is wanted; the message never holds the password */
    static void check(String password) {
        boolean strong = password.length() >= LEAST
                && UPPER.matcher(password).find()
                && DIGIT.matcher(password).find()
                && SPECIAL.matcher(password).find();
        if (!strong) {
            throw new ValueRefused(
                    "must have at least " + LEAST + " characters, one of them upper case, a digit and a special one");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_OCTETS || password.indexOf('\0') >= 0) {
            throw new ValueRefused("must have at most " + MOST_OCTETS + " octets of UTF-8, none of them NUL");
        }
    }

    /** A password that passes {@link #check}. */
    String invent() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GENERATED; i++) {
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password + GENERATED_TAIL;
    }

    /** As it is kept. Computed on a worker thread; the result comes on the caller's. */
    Uni<String> hash(String password) {
        byte[] salt = new byte[SALT_OCTETS];
        random.nextBytes(salt);
        return vertx.executeBlocking(() -> OpenBSDBCrypt.generate(password.toCharArray(), salt, COST));
    }
}

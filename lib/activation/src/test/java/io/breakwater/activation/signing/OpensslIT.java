package io.breakwater.activation.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.breakwater.activation.Evaluator;
import io.breakwater.activation.KeyRefusedException;
import io.breakwater.activation.Mode;
import io.breakwater.activation.Policy;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.TrustedKey;
import io.breakwater.activation.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

@DisplayName("Records are those of the openssl command line, both ways")
class OpensslIT {

    private static final String DOMAIN = "dr.acme.example";
    private static final String SIGNED_TEXT = "v=1;d=dr.acme.example;k=zpa;b=on;t=100;x=200;";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {2048, 3072, 4096})
    void takesARecordThatOpensslSigned(int bits) throws Exception {
        openssl("genrsa", "-out", "key.pem", String.valueOf(bits));
        openssl("rsa", "-in", "key.pem", "-pubout", "-out", "public.pem");
        Files.writeString(directory.resolve("text"), SIGNED_TEXT);
        openssl("dgst", "-sha256", "-sign", "key.pem", "-out", "signature", "text");
        String base64 = Base64.getEncoder().encodeToString(Files.readAllBytes(directory.resolve("signature")));

        Rrset rrset = Rrset.ofLatin1(List.of(
                List.of(SIGNED_TEXT + "n=2;p=1;bh=" + base64.substring(0, 172)),
                List.of(SIGNED_TEXT.replace("d=dr.acme.example;", ""), "n=2;p=2;bh=" + base64.substring(172))));

        assertThat(evaluate(rrset, "public.pem").name()).isEqualTo("APPLY");
    }

    @Test
    void writesARecordThatOpensslVerifies() throws Exception {
        DrKeys keys = DrKeys.generate();
        keys.write(directory);
        Rrset signed = RecordSigner.sign(RecordDraft.of(Mode.ACTIVE, DOMAIN, 100, 200), keys.privateKey());
        String first = signed.records().get(0).joined();
        String second = signed.records().get(1).joined();
        Files.writeString(directory.resolve("text"), first.substring(0, first.indexOf("n=2;")));
        Files.write(directory.resolve("signature"), Base64.getDecoder().decode(bh(first) + bh(second)));

        String said = openssl("dgst", "-sha256", "-verify", DrKeys.PUBLIC_FILE, "-signature", "signature", "text");

        assertThat(said).contains("Verified OK");
    }

    @Test
    void readsThePrivateAndPublicKeysOfOpenssl() throws Exception {
        openssl("genrsa", "-traditional", "-out", "pkcs1.pem", "2048");
        openssl("pkcs8", "-topk8", "-nocrypt", "-in", "pkcs1.pem", "-out", "pkcs8.pem");
        openssl("rsa", "-in", "pkcs1.pem", "-pubout", "-out", "spki.pem");
        openssl("rsa", "-in", "pkcs1.pem", "-RSAPublicKey_out", "-out", "public1.pem");

        DrKeys keys = DrKeys.readPrivate(directory.resolve("pkcs1.pem"));

        assertThat(DrKeys.readPrivate(directory.resolve("pkcs8.pem"))).isEqualTo(keys);
        assertThat(key("spki.pem")).isEqualTo(keys.publicKey());
        assertThat(key("public1.pem")).isEqualTo(keys.publicKey());
        assertThat(directory.resolve("spki.pem")).hasContent(keys.publicPem());
    }

    private Verdict evaluate(Rrset rrset, String publicKey) throws Exception {
        return Evaluator.evaluate(rrset, DOMAIN, List.of(key(publicKey)), Policy.DEFAULT, ReplayState.EMPTY, 150)
                .verdict();
    }

    private TrustedKey key(String file) throws IOException, KeyRefusedException {
        return TrustedKey.parse(Files.readString(directory.resolve(file)));
    }

    private static String bh(String part) {
        return part.substring(part.indexOf("bh=") + 3);
    }

    private String openssl(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("openssl").directory(directory.toFile()).redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            String message = "This test needs the openssl command line: apt-get install openssl";
            if (System.getenv("CI") == null) {
                throw new TestAbortedException(message, e);
            }
            return fail(message, e);
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("openssl %s: %s", List.of(arguments), said)
                .isZero();
        return said;
    }
}

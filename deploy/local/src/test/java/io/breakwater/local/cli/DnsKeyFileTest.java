package io.breakwater.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.embedded.zone.TsigKey;
import io.breakwater.local.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A TSIG key is read")
class DnsKeyFileTest {
    private static final String SECRET = "MTIz//U2Nzg5MDEy+zQ1Njc4OTAxMjM0NTY3ODkwMTI=";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key \"dr-update\" {\n\talgorithm hmac-sha512;\n\tsecret \"" + SECRET + "\";\n};\n",
                "key dr-update { algorithm HMAC-SHA512; secret " + SECRET + "; };",
                "# of ops\n// by hand\nkey \"dr-update\" { /* new */ secret \"" + SECRET
                        + "\"; algorithm \"hmac-sha512\"; };\n",
                "dr-update:hmac-sha512:" + SECRET + "\n",
                "hmac-sha512:dr-update:" + SECRET
            })
    @DisplayName("as BIND, tsig-keygen, nsupdate -y and this suite write it")
    void forms(String content) {
        assertThat(DnsKeyFile.parse(content, directory)).isEqualTo(new TsigKey("dr-update", "hmac-sha512", SECRET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "key \"a\" { secret \"" + SECRET + "\"; };",
                "key \"a\" { algorithm hmac-sha256; };",
                "key \"a\" { algorithm rot13; secret \"" + SECRET + "\"; };",
                "key \"a\" { algorithm hmac-sha256; secret \"===\"; };",
                "key a { algorithm hmac-sha256; secret MTIz; }; key b { algorithm hmac-sha256; secret MTIz; };",
                "nothing"
            })
    @DisplayName("or refused, with the file's name and without a word of the secret")
    void refusals(String content) {
        assertThatThrownBy(() -> DnsKeyFile.parse(content, Path.of("tsig.key")))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("tsig.key")
                .hasMessageNotContaining(SECRET);
    }

    @Test
    @DisplayName("or refused before it is read when it is far too large or not there")
    void largeOrMissing() throws IOException {
        Path large = Files.write(directory.resolve("large"), new byte[70_000]);

        assertThatThrownBy(() -> DnsKeyFile.read(large)).hasMessageContaining("larger");
        assertThatThrownBy(() -> DnsKeyFile.read(directory.resolve("missing"))).hasMessageContaining("cannot be read");
    }
}

package io.breakwater.embedded.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xbill.DNS.ZoneTransferException;

@DisplayName("The zone server answers and changes its zone as BIND does (RFC 1034, 2136, 4592)")
class LikeBindIT {
    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void saysWhatIsWritten(Peer.Kind kind) throws IOException, ZoneTransferException {
        List<String> script = script();
        try (Peer peer = Peer.start(kind, directory)) {

            assertThat(new Transcript(peer).of(script)).containsExactlyElementsOf(script);
        }
    }

    private static List<String> script() throws IOException {
        try (var in = LikeBindIT.class.getResourceAsStream("like-bind.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}

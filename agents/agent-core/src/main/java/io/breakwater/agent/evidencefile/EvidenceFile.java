package io.breakwater.agent.evidencefile;

import io.breakwater.activation.Rrset;
import io.breakwater.activation.state.Evidence;
import io.breakwater.agent.disk.BoundedFile;
import io.breakwater.agent.mode.ModeKeeper;
import io.breakwater.agent.mode.Source;
import io.breakwater.agent.pace.PacedLoop;
import io.breakwater.agent.status.Trouble;
import io.breakwater.agent.status.Troubles;
import io.breakwater.agent.trust.Trust;
import io.breakwater.agent.trust.TrustStore;
import io.breakwater.agent.words.ToldException;
import io.breakwater.agent.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Watches the operator's file. Its content is judged when it is new and at each start; of a tenant without a key it is not judged at all
 * (I2). The step of a loop.
 */
public final class EvidenceFile implements PacedLoop.Step {
    private static final int MOST_OCTETS = 64 << 10;

    private final Path file;
    private final Duration interval;
    private final TrustStore trust;
    private final ModeKeeper keeper;
    private final Troubles troubles;
    private final Clock clock;
    private byte[] judged = {};

    public EvidenceFile(Watched watched, TrustStore trust, ModeKeeper keeper, Troubles troubles, Clock clock) {
        this.file = watched.file();
        this.interval = watched.interval();
        this.trust = trust;
        this.keeper = keeper;
        this.troubles = troubles;
        this.clock = clock;
    }

    /** @param interval between two looks at the file */
    public record Watched(Path file, Duration interval) {}

    @Override
    public Duration run() {
        Optional<String> domain =
                trust.trust().filter(believed -> !believed.keys().isEmpty()).flatMap(Trust::domain);
        if (domain.isPresent() && BoundedFile.isThere(file)) {
            try {
                judge(BoundedFile.read(file, MOST_OCTETS), domain.get());
                troubles.clear(Trouble.FILE);
            } catch (IOException e) {
                troubles.raise(Trouble.FILE, "the evidence file " + file + " cannot be used: " + Words.of(e));
            }
        }
        return interval;
    }

    private void judge(byte[] content, String domain) throws ToldException {
        if (Arrays.equals(content, judged) || new String(content, StandardCharsets.ISO_8859_1).isBlank()) {
            return;
        }
        Rrset rrset = EvidenceText.read(content, domain);
        judged = content;
        keeper.observe(new Evidence(rrset, clock.millis(), "file"), Source.FILE);
    }
}

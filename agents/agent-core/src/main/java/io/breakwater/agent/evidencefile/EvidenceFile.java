package io.breakwater.agent.evidencefile;

import io.breakwater.activation.Rrset;
import io.breakwater.activation.state.Evidence;
import io.breakwater.agent.mode.ModeKeeper;
import io.breakwater.agent.mode.Source;
import io.breakwater.agent.pace.PacedLoop;
import io.breakwater.agent.status.Trouble;
import io.breakwater.agent.status.Troubles;
import io.breakwater.agent.trust.TrustStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/**
 * Watches the operator's file. Its content is judged when it is new and at each start; of a tenant without a key it is not judged at all
 * (I2). The step of a loop.
 */
public final class EvidenceFile implements PacedLoop.Step {
    private static final long MOST_OCTETS = 64 << 10;

    private final Path file;
    private final Duration interval;
    private final TrustStore trust;
    private final ModeKeeper keeper;
    private final Troubles troubles;
    private final Clock clock;
    private String judged = "";

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
        boolean canJudge = trust.trust()
                .filter(believed ->
                        believed.domain().isPresent() && !believed.keys().isEmpty())
                .isPresent();
        if (canJudge && Files.exists(file)) {
            try {
                judge(content());
                troubles.clear(Trouble.FILE);
            } catch (IOException | IllegalArgumentException e) {
                troubles.raise(Trouble.FILE, "the evidence file " + file + " cannot be used: " + e.getMessage());
            }
        }
        return interval;
    }

    private String content() throws IOException {
        if (Files.size(file) > MOST_OCTETS) {
            throw new IOException("it is larger than " + MOST_OCTETS + " octets");
        }
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private void judge(String content) {
        if (content.equals(judged) || content.isBlank()) {
            return;
        }
        Rrset rrset = EvidenceText.read(content);
        judged = content;
        keeper.observe(new Evidence(rrset, clock.millis(), "file"), Source.FILE);
    }
}

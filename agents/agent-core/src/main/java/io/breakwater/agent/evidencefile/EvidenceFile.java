package io.breakwater.agent.evidencefile;

import io.breakwater.activation.Rrset;
import io.breakwater.activation.state.Evidence;
import io.breakwater.agent.disk.BoundedFile;
import io.breakwater.agent.mode.ModeKeeper;
import io.breakwater.agent.mode.Source;
import io.breakwater.agent.pace.PacedLoop;
import io.breakwater.agent.status.Trouble;
import io.breakwater.agent.status.Troubles;
import io.breakwater.agent.trust.TrustStore;
import io.breakwater.agent.words.ToldException;
import io.breakwater.agent.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

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
        if (canJudge && BoundedFile.isThere(file)) {
            try {
                judge(content());
                troubles.clear(Trouble.FILE);
            } catch (IOException e) {
                troubles.raise(Trouble.FILE, "the evidence file " + file + " cannot be used: " + Words.of(e));
            }
        }
        return interval;
    }

    private String content() throws IOException {
        return new String(BoundedFile.read(file, MOST_OCTETS), StandardCharsets.ISO_8859_1);
    }

    private void judge(String content) throws ToldException {
        if (content.equals(judged) || content.isBlank()) {
            return;
        }
        Rrset rrset = read(content);
        judged = content;
        keeper.observe(new Evidence(rrset, clock.millis(), "file"), Source.FILE);
    }

    /** What the reader says of a text is said in its own words. */
    private static Rrset read(String content) throws ToldException {
        try {
            return EvidenceText.read(content);
        } catch (IllegalArgumentException e) {
            throw new ToldException(e.getMessage(), e);
        }
    }
}

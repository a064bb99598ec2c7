package io.breakwater.agent.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.activation.Activation;
import io.breakwater.activation.InternetAction;
import io.breakwater.activation.Mode;
import io.breakwater.activation.Reason;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.state.DrState;
import io.breakwater.activation.state.Evidence;
import io.breakwater.activation.state.Held;
import io.breakwater.activation.state.Upcoming;
import io.breakwater.agent.fixture.FaultyDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModeStateFileTest {
    @TempDir
    Path directory;

    private final FaultyDisk disk = FaultyDisk.crashing();

    @Test
    void bringsBackEverythingThatWasWritten() throws IOException {
        file().write(state(7));

        assertThat(file().load()).isEqualTo(new ModeStateFile.Loaded(Optional.of(state(7)), List.of()));
    }

    @Test
    void isNothingBeforeTheFirstWrite() throws IOException {
        assertThat(file().load()).isEqualTo(new ModeStateFile.Loaded(Optional.empty(), List.of()));
    }

    @Test
    void eitherCopyAloneIsEnoughHoweverTheOtherOneIsDamaged() throws IOException {
        for (String damaged : List.of("mode.a", "mode.b")) {
            for (int octets : List.of(0, 10, 65, 200)) {
                file().write(state(7));
                cut(damaged, octets);

                assertThat(file().load().state()).contains(state(7));
                assertThat(file().load().faults()).as("repaired").isEmpty();
            }
        }
    }

    @Test
    void oneFlippedBitIsNoticed() throws IOException {
        file().write(state(7));
        flip("mode.a", 300);

        ModeStateFile.Loaded loaded = file().load();

        assertThat(loaded.state()).contains(state(7));
        assertThat(loaded.faults()).singleElement().asString().contains("mode.a", "checksum");
    }

    @Test
    void theNewerCopyCounts() throws IOException {
        file().write(state(7));
        byte[] older = Files.readAllBytes(directory.resolve("mode.a"));
        file().write(state(8));
        Files.write(directory.resolve("mode.a"), older);

        assertThat(file().load().state()).contains(state(8));
    }

    @Test
    void bothCopiesDamagedIsSaidAndNothingIsInvented() throws IOException {
        file().write(state(7));
        cut("mode.a", 100);
        cut("mode.b", 0);

        ModeStateFile.Loaded loaded = file().load();

        assertThat(loaded.state()).isEmpty();
        assertThat(loaded.faults()).hasSize(2);
    }

    @Test
    void aFullDiskGivesTheReserveAndTheStateIsWritten() throws IOException {
        file().write(state(7));
        Path reserve = directory.resolve("reserve");
        assertThat(reserve).exists();
        disk.refuse(path -> Files.exists(reserve));

        file().write(state(8));

        disk.refuse(path -> false);
        assertThat(file().load().state()).contains(state(8));
    }

    @Test
    void whatCannotBeWrittenAtAllIsAFailureAndTheStateBeforeStays() throws IOException {
        file().write(state(7));
        disk.refuse(path -> path.toString().contains("mode."));

        assertThatThrownBy(() -> file().write(state(8))).isInstanceOf(IOException.class);

        disk.refuse(path -> false);
        assertThat(file().load().state()).contains(state(7));
    }

    @Test
    void aStateThatIsWrittenCountsAlsoWhenItsReserveCanNeitherBeMadeNorDeleted() throws IOException {
        disk.refuse(path -> path.endsWith("reserve"));
        disk.refuseToDelete(path -> path.endsWith("reserve"));

        file().write(state(7));

        assertThat(file().load().state()).contains(state(7));
    }

    private ModeStateFile file() {
        return new ModeStateFile(directory, disk);
    }

    private void cut(String copy, int octets) throws IOException {
        Path path = directory.resolve(copy);
        Files.write(path, Arrays.copyOf(Files.readAllBytes(path), octets));
    }

    private void flip(String copy, int octet) throws IOException {
        Path path = directory.resolve(copy);
        byte[] content = Files.readAllBytes(path);
        content[octet] ^= 1;
        Files.write(path, content);
    }

    private static ModeState state(long generation) {
        Activation on = new Activation(Mode.ACTIVE, 10L, 20L, InternetAction.FAIL_OPEN, "aa", "bb");
        Activation off = new Activation(Mode.NORMAL, 15L, null, InternetAction.NONE, "cc", null);
        Evidence evidence = new Evidence(Rrset.ofLatin1(List.of(List.of("a\u00ff\u0000", "b"))), 1L, "dns");
        DrState tenant = DrState.of(
                Mode.ACTIVE,
                5,
                Optional.of(on),
                Optional.of(evidence),
                Optional.of(new Upcoming(off, evidence)),
                Optional.of(new Held(Reason.PARTIAL, 6)));
        ReplayState replay = new ReplayState(10L, "aa", 20L, Map.of("dd", Long.MAX_VALUE));
        return new ModeState(generation, "dr.example", tenant, replay, Mode.ACTIVE, 4, "aa", 3);
    }
}

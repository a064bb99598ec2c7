package io.breakwater.local.attachment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.local.SuiteException;
import io.breakwater.local.attachment.Attachments.Difference;
import io.breakwater.local.layout.CommandHint;
import io.breakwater.local.layout.DataDirectory;
import io.breakwater.local.layout.PrivateFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The attachments of one data directory, on its disk from the first start that came as far as the services. */
public final class AttachmentsFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataDirectory directory;
    private final Path file;

    public AttachmentsFile(DataDirectory directory) {
        this.directory = directory;
        this.file = directory.attachmentsFile();
    }

    /** @throws SuiteException when it cannot be understood */
    public Optional<Attachments> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(PrivateFiles.read(file), Attachments.class));
        } catch (JsonProcessingException e) {
            throw new SuiteException(
                    file
                            + " cannot be understood: remove that file when the options are surely those of the first start, else"
                            + " choose another --data DIR",
                    e);
        }
    }

    /**
     * @param movePorts whether other ports than at the first start are wanted
     * @throws SuiteException when the directory belongs to something else; it names each option, both values and the way out
     */
    public void require(Attachments now, boolean movePorts) {
        Optional<Attachments> begun = read();
        if (begun.isEmpty()) {
            return;
        }
        Attachments compared = movePorts ? begun.get().onPortsOf(now) : begun.get();
        Set<Difference> differences = compared.differences(now);
        if (!differences.isEmpty()) {
            throw new SuiteException(message(begun.get(), differences));
        }
    }

    private String message(Attachments begun, Set<Difference> differences) {
        String all = differences.stream().map(Difference::toString).collect(Collectors.joining("\n  "));
        boolean portsOnly = differences.stream().allMatch(Difference::isOfPorts);
        return "the data directory " + directory.root() + " belongs to something else, nothing was started:\n  " + all
                + "\ngo on as it was begun: " + CommandHint.of(directory, "up") + begun.options()
                + (portsOnly ? "\nor move it to the ports given now: add --move-ports" : "")
                + "\nor begin another one: --data DIR";
    }

    public void write(Attachments attachments) {
        try {
            PrivateFiles.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(attachments));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts is always JSON", e);
        }
    }
}

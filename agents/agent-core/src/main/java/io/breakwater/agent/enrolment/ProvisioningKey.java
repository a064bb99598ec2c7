package io.breakwater.agent.enrolment;

import io.breakwater.agent.words.ToldException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the provisioning key is: in a file (read at each attempt, so that it can be put there later) or in the settings. */
public record ProvisioningKey(Optional<Path> file, Optional<String> text) {

    /** @throws IOException when there is none; the message says where one is expected */
    String read() throws IOException {
        if (file.isPresent()) {
            if (!Files.isReadable(file.get())) {
                throw new ToldException("the provisioning key file " + file.get() + " is not there or cannot be read");
            }
            return Files.readString(file.get()).strip();
        }
        return text.map(String::strip)
                .filter(key -> !key.isEmpty())
                .orElseThrow(() -> new ToldException("not enrolled and no provisioning key is set:"
                        + " breakwater.agent.provisioning-key-file names its file"));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "ProvisioningKey[file=" + file + "]";
    }
}

package io.breakwater.local.tenant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.local.SuiteException;
import io.breakwater.local.layout.PrivateFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The tenant on disk, with its secrets, readable by the owner only. */
public final class TenantFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    public TenantFile(Path file) {
        this.file = file;
    }

    public Optional<Tenant> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(PrivateFiles.read(file), Tenant.class));
        } catch (JsonProcessingException e) {
            throw new SuiteException(file + " cannot be read: remove the data directory and start anew", e);
        }
    }

    void write(Tenant tenant) {
        try {
            PrivateFiles.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tenant));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts is always JSON", e);
        }
    }
}

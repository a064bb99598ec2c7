package io.breakwater.agent.snapshot;

import com.fasterxml.jackson.core.JsonParser;
import io.breakwater.agent.service.Configuration;
import io.breakwater.agent.service.LoadedSnapshot;
import io.breakwater.agent.snapshot.Refused.Why;
import io.breakwater.contracts.config.ApplicationConf;
import io.breakwater.contracts.config.CustomerConf;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.snapshot.SnapshotFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Parses a verified snapshot's files: the first half of the health gate. Stateless. */
final class ConfigurationReader {
    private ConfigurationReader() {}

    static LoadedSnapshot read(StoredSnapshot snapshot, SnapshotLimits limits) throws Refused {
        for (String file : SnapshotFiles.ALL) {
            requireSize(snapshot, file, limits.configurationOctets());
        }
        ApplicationConf applications = parse(snapshot, SnapshotFiles.APPLICATIONS, ApplicationConf.class);
        CustomerConf customer = parse(snapshot, SnapshotFiles.CUSTOMER, CustomerConf.class);
        if (applications.applicationSegments() == null
                || !snapshot.manifest().customerId().equals(customer.customerId())) {
            throw new Refused(Why.UNUSABLE, snapshot.name() + " holds no configuration of this tenant");
        }
        if (applications.applicationSegments().size() > limits.segments()) {
            throw new Refused(
                    Why.SPACE, snapshot.name() + " has more than " + limits.segments() + " application segments");
        }
        for (String optional : new String[] {SnapshotFiles.OVERRIDES, SnapshotFiles.OTHER}) {
            parseIfAny(snapshot, optional);
        }
        return new LoadedSnapshot(snapshot.name(), snapshot.sequence(), new Configuration(applications, customer));
    }

    /** Before anything is decoded: what is too large must not cost memory. */
    private static void requireSize(StoredSnapshot snapshot, String file, long most) throws Refused {
        Path path = snapshot.directory().resolve(file);
        try {
            if (Files.exists(path) && Files.size(path) > most) {
                throw new Refused(
                        Why.SPACE,
                        file + " of " + snapshot.name() + " is larger than the " + most
                                + " octets that this agent's memory bears");
            }
        } catch (IOException e) {
            throw new Refused(Why.UNUSABLE, file + " of " + snapshot.name() + " cannot be read", e);
        }
    }

    private static <T> T parse(StoredSnapshot snapshot, String file, Class<T> type) throws Refused {
        try {
            T value = EventCodec.mapper()
                    .readValue(snapshot.directory().resolve(file).toFile(), type);
            if (value == null) {
                throw new Refused(Why.UNUSABLE, file + " of " + snapshot.name() + " is empty");
            }
            return value;
        } catch (IOException e) {
            throw new Refused(Why.UNUSABLE, file + " of " + snapshot.name() + " cannot be read", e);
        }
    }

    private static void parseIfAny(StoredSnapshot snapshot, String name) throws Refused {
        Path file = snapshot.directory().resolve(name);
        try {
            if (Files.exists(file) && Files.size(file) > 0) {
                skim(file);
            }
        } catch (IOException e) {
            throw new Refused(Why.UNUSABLE, name + " of " + snapshot.name() + " is no JSON", e);
        }
    }

    /** Reads it to its end and keeps nothing. */
    private static void skim(Path file) throws IOException {
        try (JsonParser parser = EventCodec.mapper().createParser(file.toFile())) {
            while (parser.nextToken() != null) {
                parser.skipChildren();
            }
        }
    }
}

package io.breakwater.agent.snapshot;

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

    static LoadedSnapshot read(StoredSnapshot snapshot) throws Refused {
        ApplicationConf applications = parse(snapshot, SnapshotFiles.APPLICATIONS, ApplicationConf.class);
        CustomerConf customer = parse(snapshot, SnapshotFiles.CUSTOMER, CustomerConf.class);
        if (applications.applicationSegments() == null
                || !snapshot.manifest().customerId().equals(customer.customerId())) {
            throw new Refused(Why.UNUSABLE, snapshot.name() + " holds no configuration of this tenant");
        }
        for (String optional : new String[] {SnapshotFiles.OVERRIDES, SnapshotFiles.OTHER}) {
            parseIfAny(snapshot, optional);
        }
        return new LoadedSnapshot(snapshot.name(), snapshot.sequence(), new Configuration(applications, customer));
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
                EventCodec.mapper().readTree(file.toFile());
            }
        } catch (IOException e) {
            throw new Refused(Why.UNUSABLE, name + " of " + snapshot.name() + " is no JSON", e);
        }
    }
}

package io.breakwater.local.servers;

import io.breakwater.contracts.event.Topics;
import io.breakwater.embedded.kafka.EmbeddedKafka;
import io.breakwater.embedded.postgres.EmbeddedPostgres;
import io.breakwater.embedded.process.ChildProcess;
import io.breakwater.embedded.zone.TsigKey;
import io.breakwater.local.layout.DataDirectory;
import io.breakwater.local.process.JavaCommand;
import io.breakwater.local.process.ProcessPlan;
import io.breakwater.local.process.StartPatience;
import io.breakwater.local.settings.PostgresLocation;
import io.breakwater.local.settings.SettingsFile;
import io.breakwater.local.settings.Surroundings;
import io.breakwater.local.zone.ZoneMain;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How the suite's own PostgreSQL, Kafka and zone server are started. */
public final class EmbeddedServers {
    private static final List<String> ZONE_JVM = List.of(
            "-Xms16m",
            "-Xmx32m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError");

    private final Surroundings around;
    private final StartPatience patience;

    public EmbeddedServers(Surroundings around, StartPatience patience) {
        this.around = around;
        this.patience = patience;
    }

    public ProcessPlan postgres() {
        DataDirectory data = around.data();
        EmbeddedPostgres.Options options = new EmbeddedPostgres.Options(
                data.of("postgres").resolve("data"),
                around.ports().port("postgres"),
                around.secrets().databasePassword(),
                Map.of(),
                data.log("postgres"));
        return new ProcessPlan(
                "postgres",
                data.log("postgres"),
                () -> EmbeddedPostgres.start(options, PostgresLocation.DATABASES)
                        .process(),
                () -> true,
                patience);
    }

    public ProcessPlan kafka() {
        DataDirectory data = around.data();
        EmbeddedKafka.Options options = new EmbeddedKafka.Options(
                data.of("kafka").resolve("data"),
                around.ports().port("kafka"),
                Topics.COMPACTED,
                Topics.RETAINED,
                EmbeddedKafka.Options.SMALL_JVM,
                data.log("kafka"));
        return new ProcessPlan(
                "kafka", data.log("kafka"), () -> EmbeddedKafka.start(options).process(), () -> true, patience);
    }

    public ProcessPlan zoneServer() {
        Path directory = around.data().of("zone-server");
        Path log = around.data().log("zone-server");
        return new ProcessPlan(
                "zone-server",
                log,
                () -> {
                    Path settings = SettingsFile.write(directory, zoneSettings(directory));
                    List<String> command = JavaCommand.main(ZoneMain.class, ZONE_JVM, List.of(settings.toString()));
                    return ChildProcess.start(ChildProcess.Spec.of("zone-server", command, directory, log));
                },
                () -> around.zone().client().isServing(),
                patience);
    }

    private Map<String, String> zoneSettings(Path directory) {
        TsigKey update = around.secrets().updateKey();
        TsigKey notify = around.secrets().notifyKey();
        return Map.of(
                "port", Integer.toString(around.zone().address().getPort()),
                "origin", around.zone().origin(),
                "file", directory.resolve("zone.db").toString(),
                "update.key-name", update.name(),
                "update.key", update.text(),
                "notify.port", Integer.toString(around.ports().port("dns-watcher.notify")),
                "notify.key-name", notify.name(),
                "notify.key", notify.text());
    }
}

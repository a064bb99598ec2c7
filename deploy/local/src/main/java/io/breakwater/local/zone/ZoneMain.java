package io.breakwater.local.zone;

import io.breakwater.embedded.zone.NotifyTarget;
import io.breakwater.embedded.zone.TsigKey;
import io.breakwater.embedded.zone.ZoneServer;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;

/** The program of the zone server's process. Argument: its settings, a properties file. Ends on SIGTERM. */
public final class ZoneMain {
    private static final String HOST = "127.0.0.1";

    /** Where clients go during DR. */
    private static final String DR_EDGE = "dr IN A 127.0.0.1\n";

    private ZoneMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(args[0]))) {
            settings.load(reader);
        }
        ZoneServer.Options options = options(settings);
        try (ZoneServer server = ZoneServer.start(options)) {
            System.out.println(options.origin() + " is served on " + server.address());
            new CountDownLatch(1).await();
        }
    }

    private static ZoneServer.Options options(Properties settings) {
        return new ZoneServer.Options(
                HOST,
                Integer.parseInt(settings.getProperty("port")),
                settings.getProperty("origin"),
                ZoneServer.Options.smallZone() + DR_EDGE,
                Optional.of(Path.of(settings.getProperty("file"))),
                List.of(key(settings, "update.key")),
                List.of(NotifyTarget.of(
                        HOST, Integer.parseInt(settings.getProperty("notify.port")), key(settings, "notify.key"))));
    }

    private static TsigKey key(Properties settings, String name) {
        return TsigKey.parse(settings.getProperty(name + "-name"), settings.getProperty(name));
    }
}

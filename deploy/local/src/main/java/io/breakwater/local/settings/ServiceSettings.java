package io.breakwater.local.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings of the four services. A pure function of the surroundings. */
public final class ServiceSettings {
    /** The service client as which the suite makes tenants. */
    public static final String OPERATOR = "operator";

    /** The service client as which the suite reads every tenant. */
    public static final String READER = "breakwater-local";

    /** The services, each of which signs in under its own name to read what another one owns. */
    private static final List<String> SERVICES =
            List.of("config-service", "snapshot-service", "dr-controller", "dns-watcher");

    private final Surroundings around;

    public ServiceSettings(Surroundings around) {
        this.around = around;
    }

    public Map<String, String> configService() {
        Map<String, String> all = common("config-service");
        database(all, PostgresLocation.CONFIG);
        all.put(
                "breakwater.secrets.master-key-file",
                around.secrets().masterKey().toString());
        all.put(
                "breakwater.token.signing-key-file",
                around.secrets().tokenSigningKey().toString());
        all.put(
                "breakwater.enrollment.snapshot-public-key-files",
                around.secrets().snapshotPublicKey().toString());
        all.put("breakwater.readiness.resolvers", around.zone().server());
        // Nobody but its owner is on this machine, and tests call as fast as they can.
        all.put("breakwater.rate-limit.enabled", "false");
        client(all, OPERATOR, "OPERATOR");
        client(all, READER, "SERVICE");
        SERVICES.forEach(service -> client(all, service, "SERVICE"));
        return all;
    }

    public Map<String, String> snapshotService() {
        Map<String, String> all = common("snapshot-service");
        database(all, PostgresLocation.SNAPSHOT);
        all.put(
                "breakwater.snapshot.signing-key-file",
                around.secrets().snapshotSigningKey().toString());
        return all;
    }

    public Map<String, String> drController() {
        Map<String, String> all = common("dr-controller");
        database(all, PostgresLocation.CONTROLLER);
        return all;
    }

    public Map<String, String> dnsWatcher() {
        Map<String, String> all = common("dns-watcher");
        all.put("breakwater.watcher.resolvers", around.zone().server());
        all.put(
                "breakwater.watcher.authority-port",
                Integer.toString(around.zone().address().getPort()));
        all.put("breakwater.watcher.notify.host", "127.0.0.1");
        all.put(
                "breakwater.watcher.notify.port",
                Integer.toString(around.ports().port("dns-watcher.notify")));
        all.put(
                "breakwater.watcher.notify.tsig-file.\""
                        + around.secrets().notifyKey().name() + "\"",
                around.secrets().notifyKeyFile().toString());
        return all;
    }

    private Map<String, String> common(String name) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("quarkus.http.port", Integer.toString(around.ports().port(name)));
        all.put("quarkus.management.port", Integer.toString(around.ports().management(name)));
        all.put("kafka.bootstrap.servers", around.kafka());
        all.put("mp.jwt.verify.publickey.location", "file:" + around.secrets().tokenPublicKey());
        all.put(
                "breakwater.events.signing-key-file",
                around.secrets().eventKeys().signingKey(name).toString());
        all.put(
                "breakwater.events.trust-directory",
                around.secrets().eventKeys().trustDirectory().toString());
        all.put("breakwater.log.json", "false");
        all.put("breakwater.config-service.url", around.url("config-service").toString());
        all.put("breakwater.dr-controller.url", around.url("dr-controller").toString());
        all.put("breakwater.service-client.id", name);
        all.put(
                "breakwater.service-client.secret-file",
                around.secrets().clientSecret(name).toString());
        return all;
    }

    private void database(Map<String, String> all, String database) {
        all.put("quarkus.datasource.reactive.url", around.postgres().reactiveUrl(database));
        all.put("quarkus.datasource.jdbc.url", around.postgres().jdbcUrl(database));
        all.put("quarkus.datasource.username", around.postgres().user());
        all.put("quarkus.datasource.password", around.postgres().password());
    }

    private void client(Map<String, String> all, String id, String role) {
        all.put(
                "breakwater.service-clients." + id + ".secret-file",
                around.secrets().clientSecret(id).toString());
        all.put("breakwater.service-clients." + id + ".role", role);
    }
}

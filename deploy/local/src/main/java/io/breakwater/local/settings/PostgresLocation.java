package io.breakwater.local.settings;

import io.breakwater.local.SuiteException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A PostgreSQL server and its administrator.
 *
 * @param server {@code host:port}
 */
public record PostgresLocation(String server, String user, String password) {
    public static final String CONFIG = "breakwater_config";
    public static final String SNAPSHOT = "breakwater_snapshot";
    public static final String CONTROLLER = "breakwater_controller";

    /** The databases of the services, one each. */
    public static final List<String> DATABASES = List.of(CONFIG, SNAPSHOT, CONTROLLER);

    private static final int STANDARD_PORT = 5432;

    /**
     * Reads {@code postgresql://user:password@host:port}.
     *
     * @throws SuiteException when it is not of that form
     */
    public static PostgresLocation parse(String url) {
        try {
            URI uri = new URI(url);
            String[] user = uri.getRawUserInfo() == null
                    ? new String[0]
                    : uri.getRawUserInfo().split(":", 2);
            if (!"postgresql".equals(uri.getScheme()) || uri.getHost() == null || user.length != 2) {
                throw new SuiteException("PostgreSQL is given as postgresql://user:password@host:port");
            }
            int port = uri.getPort() < 0 ? STANDARD_PORT : uri.getPort();
            return new PostgresLocation(uri.getHost() + ":" + port, decoded(user[0]), decoded(user[1]));
        } catch (URISyntaxException e) {
            throw new SuiteException(
                    "PostgreSQL is given as postgresql://user:password@host:port: " + e.getReason(), e);
        }
    }

    public String reactiveUrl(String database) {
        return "postgresql://" + server + "/" + database;
    }

    public String jdbcUrl(String database) {
        return "jdbc:" + reactiveUrl(database);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "PostgresLocation[" + user + "@" + server + "]";
    }
}

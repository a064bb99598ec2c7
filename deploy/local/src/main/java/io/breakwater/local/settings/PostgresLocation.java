package io.breakwater.local.settings;

import io.breakwater.local.SuiteException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

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

    private static final String FORM = "postgresql://user@host:port";

    /**
     * Reads {@code postgresql://user@host:port}, or with a password behind the user's name.
     *
     * @param password used when there is none in the text
     * @throws SuiteException when it is not of that form, or no password is known
     */
    public static PostgresLocation parse(String url, Supplier<Optional<String>> password) {
        try {
            URI uri = new URI(url);
            String[] user = uri.getRawUserInfo() == null
                    ? new String[0]
                    : uri.getRawUserInfo().split(":", 2);
            if (!"postgresql".equals(uri.getScheme()) || uri.getHost() == null || user.length == 0) {
                throw new SuiteException("PostgreSQL is given as " + FORM);
            }
            int port = uri.getPort() < 0 ? STANDARD_PORT : uri.getPort();
            String secret = user.length == 2
                    ? decoded(user[1])
                    : password.get().orElseThrow(() -> new SuiteException("there is no password for " + url));
            return new PostgresLocation(uri.getHost() + ":" + port, decoded(user[0]), secret);
        } catch (URISyntaxException e) {
            throw new SuiteException("PostgreSQL is given as " + FORM + ": " + e.getReason(), e);
        }
    }

    /** As it may be shown and kept: without the password. */
    public String shownUrl() {
        return "postgresql://" + URLEncoder.encode(user, StandardCharsets.UTF_8) + "@" + server;
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

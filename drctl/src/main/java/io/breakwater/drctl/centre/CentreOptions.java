package io.breakwater.drctl.centre;

import io.breakwater.drctl.CommandFailedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which deployment is asked, and as whom: by options, else by the environment, else the local suite of this user. */
final class CentreOptions {
    @Option(
            names = "--config-service",
            paramLabel = "URL",
            description = "Where to sign in. Default: BREAKWATER_CONFIG_SERVICE_URL, else the local suite's (its data"
                    + " directory is BREAKWATER_DATA, else .breakwater).")
    private URI configService;

    @Option(
            names = "--dr-controller",
            paramLabel = "URL",
            description = "Default: BREAKWATER_DR_CONTROLLER_URL, else the local suite's.")
    private URI drController;

    @Option(
            names = "--customer-id",
            paramLabel = "ID",
            description = "The tenant. Default: BREAKWATER_CUSTOMER_ID, else the local suite's sample tenant.")
    private String customerId;

    @Option(
            names = "--client-id",
            paramLabel = "ID",
            description = "The API key. Default: BREAKWATER_CLIENT_ID, else the local suite's.")
    private String clientId;

    @Option(
            names = "--client-secret-file",
            paramLabel = "FILE",
            description =
                    "Holds the API key's secret. Default: the environment variable BREAKWATER_CLIENT_SECRET, else the"
                            + " local suite's.")
    private Path clientSecretFile;

    /** @throws CommandFailedException when something is not known, with the option that tells it */
    Deployment deployment(Map<String, String> environment) throws CommandFailedException {
        LocalSuiteFiles local = LocalSuiteFiles.in(environment.getOrDefault("BREAKWATER_DATA", ""));
        return new Deployment(
                url(
                        "--config-service",
                        configService,
                        environment.get("BREAKWATER_CONFIG_SERVICE_URL"),
                        local.url("config-service")),
                url(
                        "--dr-controller",
                        drController,
                        environment.get("BREAKWATER_DR_CONTROLLER_URL"),
                        local.url("dr-controller")),
                known(
                        "--customer-id",
                        customerId,
                        environment.get("BREAKWATER_CUSTOMER_ID"),
                        local.tenant("customerId")),
                known("--client-id", clientId, environment.get("BREAKWATER_CLIENT_ID"), local.tenant("clientId")),
                secret(environment.get("BREAKWATER_CLIENT_SECRET"), local.tenant("clientSecret")));
    }

    private static URI url(String option, URI given, String variable, String local) throws CommandFailedException {
        String text = known(option, given == null ? null : given.toString(), variable, local);
        if (!text.matches("https?://[^/?#]+/?")) {
            throw new CommandFailedException(option + " is http://HOST:PORT or https://HOST, not " + text);
        }
        return URI.create(text);
    }

    private String secret(String variable, String local) throws CommandFailedException {
        if (clientSecretFile == null) {
            return known("--client-secret-file", null, variable, local);
        }
        try {
            return Files.readString(clientSecretFile).strip();
        } catch (IOException e) {
            throw new CommandFailedException("--client-secret-file: " + clientSecretFile + " cannot be read", e);
        }
    }

    private static String known(String option, String given, String variable, String local)
            throws CommandFailedException {
        if (given != null) {
            return given;
        }
        if (variable != null && !variable.isEmpty()) {
            return variable;
        }
        if (local.isEmpty()) {
            throw new CommandFailedException(option
                    + " is needed: no local suite runs for this directory (./breakwater up, or BREAKWATER_DATA)");
        }
        return local;
    }
}

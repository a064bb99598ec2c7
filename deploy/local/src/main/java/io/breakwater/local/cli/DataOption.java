package io.breakwater.local.cli;

import io.breakwater.local.layout.Checkout;
import io.breakwater.local.layout.DataDirectory;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which suite a command is about. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The suite's data, kept over restarts. Default: the environment variable BREAKWATER_DATA, else"
                            + " .breakwater in the checkout.")
    private Path data;

    DataDirectory directory() {
        if (data != null) {
            return new DataDirectory(data);
        }
        String variable = System.getenv().getOrDefault(DataDirectory.ENVIRONMENT, "");
        return variable.isEmpty() ? DataDirectory.of(Checkout.find()) : new DataDirectory(Path.of(variable));
    }
}

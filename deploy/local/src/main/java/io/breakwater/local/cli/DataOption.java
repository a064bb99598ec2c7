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
            description = "The suite's data, kept over restarts. Default: .breakwater in the checkout.")
    private Path data;

    DataDirectory directory() {
        return new DataDirectory(data == null ? Checkout.find().root().resolve(".breakwater") : data);
    }
}

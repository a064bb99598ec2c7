package io.breakwater.local.cli;

import io.breakwater.local.layout.DataDirectory;
import io.breakwater.local.supervisor.Shutdown;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops the suite that runs on a data directory, in the foreground of another terminal or in the background. */
@Command(name = "down", description = "Stop the suite.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Override
    public Integer call() {
        DataDirectory directory = data.directory();
        boolean ran = Shutdown.of(directory);
        new Terminal(System.out)
                .line(ran ? "Breakwater is stopped." : "Breakwater does not run on " + directory.root() + ".");
        return 0;
    }
}

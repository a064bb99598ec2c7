package io.breakwater.local.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows the whole path once, end to end. */
@Command(
        name = "demo",
        description = "Switch every agent with one signed DNS record, with and without the centre.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 1;
    }
}

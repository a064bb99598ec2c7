package io.breakwater.local.cli;

import io.breakwater.local.demo.DemoRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows the whole path once, end to end. */
@Command(
        name = "demo",
        description = {
            "Switches every agent with one signed DNS record, first with the centre, then with everything central dead.",
            "Uses a directory and ports of its own. Exit code 0 when every check passed, else 1."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return new DemoRun(new Terminal(System.out)).run();
    }
}

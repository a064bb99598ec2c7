package io.breakwater.local.cli;

import io.breakwater.local.LocalSuite;
import io.breakwater.local.SuiteException;
import io.breakwater.local.front.Front;
import io.breakwater.local.layout.CommandHint;
import io.breakwater.local.layout.DataDirectory;
import io.breakwater.local.supervisor.SuiteState;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves until Ctrl-C. */
@Command(
        name = "front",
        description = {
            "Leads clients that know only ZPA's own addresses (Go SDK, Terraform) to the running suite: an HTTPS proxy on"
                    + " 127.0.0.1 with certificates of a CA that it makes when it starts.",
            "Prints the variables that a client needs, and serves until Ctrl-C. For trials: docs/clients.md."
        },
        mixinStandardHelpOptions = true)
final class FrontCommand implements Callable<Integer> {
    private static final int STANDARD_PORT = 8443;

    @Mixin
    private DataOption data;

    @Option(names = "--port", paramLabel = "PORT", description = "Where it listens; 0: any free port. Default: 8443.")
    private int port = STANDARD_PORT;

    @Override
    public Integer call() throws InterruptedException {
        DataDirectory directory = data.directory();
        URI target = SuiteState.read(directory.stateFile())
                .filter(known -> known.supervisor().handle().isPresent())
                .map(known -> URI.create(
                        known.processes().get(LocalSuite.CONFIG_SERVICE).url()))
                .orElseThrow(() -> new SuiteException("Breakwater does not run on " + directory.root()
                        + ": start it with " + CommandHint.of(directory, "up --detach")));
        Path authority = directory.of("front").resolve("ca.pem");
        Terminal terminal = new Terminal(System.out);
        try (Front front = Front.start(target, port, authority)) {
            terminal.line("export HTTPS_PROXY=" + front.url());
            terminal.line(
                    "export SSL_CERT_FILE=" + CommandHint.quoted(authority.toString()) + "        # Go, Terraform");
            terminal.line("export REQUESTS_CA_BUNDLE=" + CommandHint.quoted(authority.toString()) + "   # Python");
            terminal.paragraph("Leads to " + target + ". Ctrl-C ends it.");
            new CountDownLatch(1).await();
        }
        return 0;
    }
}

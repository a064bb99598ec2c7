package io.breakwater.embedded.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a program that refuses to run as root is run by root: in a user namespace of its own, where it is nobody but keeps our files,
 * or, where the system forbids such namespaces, as the user nobody, who is then given the directory.
 */
final class Unprivileged {
    private static final String NOBODY = "65534";

    private Unprivileged() {}

    /** The command to run instead; both replace themselves by the program, so it keeps the process id. */
    static List<String> command(List<String> program, Path directory) throws IOException {
        if (!output("id", "-u").equals("0")) {
            return program;
        }
        List<String> command = new ArrayList<>();
        if (output("unshare", "-U", "echo", "works").equals("works")) {
            command.addAll(List.of("unshare", "-U"));
        } else {
            give(directory);
            command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        command.addAll(program);
        return command;
    }

    private static void give(Path directory) throws IOException {
        UserPrincipal nobody =
                FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(NOBODY);
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.toList()) {
                Files.setOwner(path, nobody);
            }
        }
    }

    private static String output(String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? output : "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command[0], e);
        } catch (IOException e) {
            return ""; // the program is not there
        }
    }
}

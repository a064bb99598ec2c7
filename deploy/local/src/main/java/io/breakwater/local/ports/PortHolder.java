package io.breakwater.local.ports;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Who listens on a port, as far as this system tells (Linux tells of one's own processes, and root of all). */
final class PortHolder {
    private static final Path PROC = Path.of("/proc");
    private static final List<String> TABLES = List.of("tcp", "tcp6", "udp", "udp6");
    private static final String LISTENING = "0A";
    private static final int LOCAL = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortHolder() {}

    /** For people, for example {@code pid 4711 (/usr/bin/python3)}; empty when it is not known. */
    static Optional<String> of(int port) {
        Set<String> sockets = new HashSet<>();
        TABLES.forEach(table -> sockets.addAll(sockets(PROC.resolve("net").resolve(table), port)));
        return sockets.isEmpty() ? Optional.empty() : holder(sockets);
    }

    private static Set<String> sockets(Path table, int port) {
        String suffix = ":" + String.format(Locale.ROOT, "%04X", port);
        boolean tcp = table.getFileName().toString().startsWith("tcp");
        Set<String> found = new HashSet<>();
        try {
            for (String line : Files.readAllLines(table)) {
                String[] columns = line.strip().split("\\s+");
                if (columns.length > INODE
                        && columns[LOCAL].endsWith(suffix)
                        && (!tcp || columns[STATE].equals(LISTENING))) {
                    found.add("socket:[" + columns[INODE] + "]");
                }
            }
        } catch (IOException e) {
            return Set.of(); // another system
        }
        return found;
    }

    private static Optional<String> holder(Set<String> sockets) {
        return ProcessHandle.allProcesses()
                .filter(process -> has(process, sockets))
                .findFirst()
                .map(process -> "pid " + process.pid()
                        + process.info()
                                .command()
                                .map(command -> " (" + command + ")")
                                .orElse(""));
    }

    private static boolean has(ProcessHandle process, Set<String> sockets) {
        Path files = PROC.resolve(Long.toString(process.pid())).resolve("fd");
        try (DirectoryStream<Path> all = Files.newDirectoryStream(files)) {
            for (Path file : all) {
                if (sockets.contains(target(file))) {
                    return true;
                }
            }
        } catch (IOException e) {
            return false; // somebody else's, or gone
        }
        return false;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return ""; // closed meanwhile
        }
    }
}

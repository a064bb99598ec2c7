package io.breakwater.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How much memory a process has in RAM. */
public final class ResidentMemory {
    private ResidentMemory() {}

    /** In octets; empty when there is no such process or the system does not say. */
    public static OptionalLong of(long pid) {
        Path status = Path.of("/proc/" + pid + "/status");
        try {
            return Files.exists(status) ? ofProc(status) : ofPs(pid);
        } catch (IOException e) {
            return OptionalLong.empty(); // it ended meanwhile
        }
    }

    private static OptionalLong ofProc(Path status) throws IOException {
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                    .findFirst();
        }
    }

    private static OptionalLong ofPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String kilobytes = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        return kilobytes.matches("[0-9]+") ? OptionalLong.of(Long.parseLong(kilobytes) * 1024) : OptionalLong.empty();
    }
}

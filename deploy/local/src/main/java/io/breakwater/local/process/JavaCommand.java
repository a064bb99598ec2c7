package io.breakwater.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines for small JVMs: many of them share a laptop, so start-up and memory count more than peak speed. */
public final class JavaCommand {
    /**
     * Flags of every service and agent. Half of what a Quarkus service needs are its classes, which no flag makes smaller; the heap
     * stays near what is alive.
     */
    public static final List<String> SMALL = List.of(
            "-Xms24m",
            "-Xmx96m",
            "-Xmn8m",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=25",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=96m",
            "-XX:+ExitOnOutOfMemoryError");

    private JavaCommand() {}

    /** @param configuration the one properties file that the program reads */
    public static List<String> quarkus(Path jar, Path configuration, List<String> flags) {
        List<String> command = java(flags);
        command.add("-Dquarkus.config.locations=" + configuration.toUri());
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.add("-jar");
        command.add(jar.toString());
        return command;
    }

    /** A program of this class path. */
    public static List<String> main(Class<?> main, List<String> flags, List<String> arguments) {
        List<String> command = java(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return command;
    }

    private static List<String> java(List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        return command;
    }
}

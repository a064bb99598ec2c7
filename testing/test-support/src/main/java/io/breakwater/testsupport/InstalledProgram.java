package io.breakwater.testsupport;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * A program of the operating system that a test needs. A machine with only a JDK need not have it: there the test is skipped and says
 * so. In CI (environment variable {@code CI}) a missing one is a failure.
 */
public final class InstalledProgram {
    private InstalledProgram() {}

    /**
     * The program's path.
     *
     * @param debianPackage what to install when it is missing
     * @throws TestAbortedException when it is missing, outside CI
     * @throws AssertionError when it is missing in CI
     */
    public static String path(String name, String debianPackage) {
        return Stream.concat(
                        Stream.of("/usr/sbin", "/usr/local/sbin"),
                        Stream.of(System.getenv("PATH").split(":")))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> missing(name, debianPackage));
    }

    private static RuntimeException missing(String name, String debianPackage) {
        String message =
                name + " is not installed, and this test needs the real program: apt-get install " + debianPackage;
        if (System.getenv("CI") != null) {
            throw new AssertionError(message);
        }
        return new TestAbortedException(message);
    }
}

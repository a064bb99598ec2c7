package io.breakwater.system.documents;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.breakwater.system.Checkout;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A newcomer types what the documents say, word by word, on the ports that they name. */
@DisplayName("Every command of the documents does what its document says")
class DocumentedCommandsST {
    /** First line of a document whose reader has the local suite running, in NORMAL, and leaves it so. */
    private static final String WITH_SUITE = "<!-- with the local suite -->";

    private static final Path ROOT = Checkout.root();
    private static final Path LOGS = ROOT.resolve("testing/system-tests/target/documents");
    private static final List<Integer> NAMED_PORTS = List.of(8081, 8082, 8083, 8084, 9000, 8500, 19092, 15432);

    static boolean withSuite(String document) {
        try {
            return Files.readString(ROOT.resolve(document)).startsWith(WITH_SUITE);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<String> documents(boolean withSuite) {
        return Fences.documents(ROOT).stream()
                .filter(document -> withSuite(document) == withSuite)
                .filter(document -> !commands(document).isEmpty());
    }

    static List<Fence> commands(String document) {
        return Fences.of(ROOT, document).stream()
                .filter(fence -> fence.isShell() && fence.notRun().isEmpty() && !fence.isRunByCi())
                .toList();
    }

    /** The documents name ports, and somebody may be using the suite on this machine. CI has nobody. */
    @BeforeAll
    static void portsAreFree() {
        if (System.getenv("CI") == null) {
            assumeTrue(
                    NAMED_PORTS.stream().allMatch(DocumentedCommandsST::isFree),
                    "a port that the documents name is taken: is a suite running?");
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    @Nested
    @DisplayName("from nothing")
    class FromNothing {
        @TempDir
        Path directory;

        static Stream<String> documents() {
            return DocumentedCommandsST.documents(false);
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("documents")
        void typed(String document) {
            Session.in(directory, ROOT, LOGS).type(document, commands(document)).assertAsDocumented();
        }
    }

    @Nested
    @DisplayName("with the local suite")
    class WithSuite {
        @TempDir
        static Path directory;

        private static Session session;

        @BeforeAll
        static void up() {
            session = Session.in(directory, ROOT, LOGS);
            session.run("./breakwater up --detach");
        }

        @AfterAll
        static void down() {
            session.run("./breakwater down");
        }

        static Stream<String> documents() {
            return DocumentedCommandsST.documents(true);
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("documents")
        void typed(String document) {
            session.type(document, commands(document)).assertAsDocumented();
        }
    }
}

package io.breakwater.system;

import io.breakwater.local.LocalSuite;
import io.breakwater.local.Progress;
import io.breakwater.local.SuiteOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One suite for all test classes of the run, on free ports, in a directory that goes with it; before each test it is whole and NORMAL. */
public final class SuiteExtension implements BeforeEachCallback, ParameterResolver {
    /** {@code -Dsuite.directory=} keeps the suite's files there, to look into its logs. */
    private static final String KEPT = System.getProperty("suite.directory");

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(SuiteExtension.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        suite(context).allRunningAndNormal();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningSuite.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return suite(context);
    }

    private static RunningSuite suite(ExtensionContext context) {
        return context.getRoot()
                .getStore(SPACE)
                .computeIfAbsent(Holder.class, ignored -> new Holder(), Holder.class)
                .running;
    }

    private static final class Holder implements AutoCloseable {
        private final Path directory;
        private final LocalSuite suite;
        private final RunningSuite running;

        Holder() {
            try {
                directory = KEPT == null ? Files.createTempDirectory("breakwater-system") : Path.of(KEPT);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            suite = LocalSuite.of(SuiteOptions.in(directory).onFreePorts()).start(Progress.SILENT);
            running = new RunningSuite(suite);
        }

        @Override
        public void close() throws IOException {
            suite.close();
            if (KEPT != null) {
                return;
            }
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}

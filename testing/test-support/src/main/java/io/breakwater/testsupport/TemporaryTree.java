package io.breakwater.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removes directories of servers that may still be writing their last file. */
public final class TemporaryTree {
    private TemporaryTree() {}

    /** Removes the directory and all that is in it; what appears or vanishes meanwhile does not matter. */
    public static void remove(Path tree) {
        try (Stream<Path> paths = Files.walk(tree)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException e) {
            return; // removed by its server
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(TemporaryTree.class.getName())
                    .log(System.Logger.Level.DEBUG, () -> tree + " was not removed: " + e.getMessage());
        }
    }
}

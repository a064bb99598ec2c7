package io.breakwater.local.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The commit that a checkout is at, read from Git's own files (gitrepository-layout(5)), so that no Git is needed. */
public final class Commit {
    private static final String REF = "ref: ";
    private static final String WORKTREE = "gitdir: ";

    private Commit() {}

    /** Its first twelve digits; empty when the directory is no checkout of Git's. */
    public static Optional<String> of(Path checkout) {
        try {
            Path git = checkout.resolve(".git");
            if (Files.isRegularFile(git)) {
                git = checkout.resolve(Files.readString(git).strip().substring(WORKTREE.length()));
            }
            String head = Files.readString(git.resolve("HEAD")).strip();
            return (head.startsWith(REF) ? resolve(git, head.substring(REF.length())) : Optional.of(head))
                    .filter(commit -> commit.matches("[0-9a-f]{40,64}"))
                    .map(commit -> commit.substring(0, 12));
        } catch (IOException | IndexOutOfBoundsException e) {
            return Optional.empty(); // an archive of the sources
        }
    }

    private static Optional<String> resolve(Path git, String ref) throws IOException {
        Path common = Files.exists(git.resolve("commondir"))
                ? git.resolve(Files.readString(git.resolve("commondir")).strip())
                : git;
        if (Files.exists(common.resolve(ref))) {
            return Optional.of(Files.readString(common.resolve(ref)).strip());
        }
        if (!Files.exists(common.resolve("packed-refs"))) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(common.resolve("packed-refs"))) {
            return lines.filter(line -> line.endsWith(" " + ref))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .findFirst();
        }
    }
}

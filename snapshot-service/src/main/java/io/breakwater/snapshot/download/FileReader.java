package io.breakwater.snapshot.download;

import io.breakwater.platform.problem.ProblemException;
import io.breakwater.snapshot.archive.ArchivedFiles;
import io.breakwater.snapshot.archive.StoredFile;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Arrays;

/** Opens files of snapshots. Octets are read piece by piece as the caller takes them; never more than one piece is in memory. */
@Singleton
class FileReader {
    private static final int PIECE = ArchivedFiles.PIECE_SIZE;

    private final ArchivedFiles files;
    private final DownloadBudget budget;

    FileReader(ArchivedFiles files, DownloadBudget budget) {
        this.files = files;
        this.budget = budget;
    }

    /** The conditions of a request. Each may be null. */
    record Conditions(String ifNoneMatch, String range, String ifRange) {}

    Uni<Download> open(GroupKey group, String name, String file, Conditions conditions) {
        return files.file(group.customerId(), group.groupId(), name, file)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("file"))
                .map(stored -> download(stored, conditions));
    }

    private Download download(StoredFile file, Conditions conditions) {
        if (EntityTag.noneMatchFails(conditions.ifNoneMatch(), file.digest())) {
            return Download.notModified(file);
        }
        ByteRange range = EntityTag.rangeAllowed(conditions.ifRange(), file.digest())
                ? ByteRange.of(conditions.range(), file.size())
                : new ByteRange.Whole();
        if (range instanceof ByteRange.Part part) {
            return Download.part(file, part, octets(file, part));
        }
        if (range instanceof ByteRange.Unsatisfiable) {
            throw new RangeNotSatisfiableException(file.size());
        }
        return Download.whole(file, octets(file, new ByteRange.Part(0, file.size() - 1)));
    }

    private Multi<byte[]> octets(StoredFile file, ByteRange.Part part) {
        if (part.length() == 0) {
            return Multi.createFrom().empty();
        }
        int first = (int) (part.from() / PIECE);
        int last = (int) (part.to() / PIECE);
        Multi<byte[]> pieces = Multi.createFrom()
                .range(first, last + 1)
                .onItem()
                .transformToUniAndConcatenate(place -> piece(file, place, part));
        return budget.within(part.length(), pieces);
    }

    private Uni<byte[]> piece(StoredFile file, int place, ByteRange.Part part) {
        long start = (long) place * PIECE;
        return files.piece(file.id(), place)
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("a piece of file " + file.id() + " is missing"))
                .map(octets -> cut(octets, part.from() - start, part.to() - start));
    }

    private static byte[] cut(byte[] octets, long from, long to) {
        int first = (int) Math.max(0, from);
        int end = (int) Math.min(octets.length, to + 1);
        return first == 0 && end == octets.length ? octets : Arrays.copyOfRange(octets, first, end);
    }
}

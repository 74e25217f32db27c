package dev.ponder.downloads.disk;

import dev.ponder.downloads.DiskException;
import dev.ponder.downloads.DownloadRequest;
import dev.ponder.downloads.KeptDownload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Unfinished downloads as they lie in a folder. */
public final class KeptParts {

    private KeptParts() {}

    /** All whose journal can be read, in the order of their names; empty where the folder is gone. */
    public static List<KeptDownload> in(Path folder) throws DiskException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var kept = new ArrayList<KeptDownload>();
        try (Stream<Path> files = Files.list(folder)) {
            for (var journal : files.filter(KeptParts::isJournal).sorted().toList()) {
                of(PartPaths.ofJournal(journal.toAbsolutePath().normalize())).ifPresent(kept::add);
            }
        } catch (UncheckedIOException e) {
            throw DiskFaults.of(folder, new IOException(e));
        } catch (IOException e) {
            throw DiskFaults.of(folder, e);
        }
        return List.copyOf(kept);
    }

    private static boolean isJournal(Path file) {
        return file.toString().endsWith(PartPaths.JOURNAL) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static Optional<KeptDownload> of(PartPaths paths) throws DiskException {
        var state = Journal.read(paths.journal());
        // without its part a journal is what a finished download left when the machine stopped
        return state.facts()
                .filter(facts -> !facts.sources().isEmpty() && Files.exists(paths.part()))
                .map(facts -> new KeptDownload(
                        new DownloadRequest(
                                paths.target(),
                                OptionalLong.of(facts.size()),
                                facts.pinned() ? Optional.of(facts.sha256()) : Optional.empty(),
                                facts.pieces(),
                                facts.sources()),
                        state.ranges().total()));
    }
}

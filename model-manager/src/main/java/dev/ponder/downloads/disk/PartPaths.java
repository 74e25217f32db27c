package dev.ponder.downloads.disk;

import java.nio.file.Path;
import java.util.Objects;

/**
 * The files of a download, all beside its target.
 *
 * @param target where the whole file is to appear
 */
public record PartPaths(Path target) {

    static final String JOURNAL = ".part.journal";

    /** The folder of all of them. */
    public Path folder() {
        return Objects.requireNonNull(target.getParent(), "targets are absolute");
    }

    /** What has come. */
    public Path part() {
        return beside(".part");
    }

    /** What of the part file is there, and with which hashes. */
    public Path journal() {
        return beside(JOURNAL);
    }

    /** Other versions of pieces, while it is not known which is right. */
    public Path other() {
        return beside(".part.other");
    }

    /** Held by the process that writes. */
    public Path lock() {
        return beside(".part.lock");
    }

    /** The target that a journal is for; null where the file is no journal. */
    static PartPaths ofJournal(Path journal) {
        var name = Objects.requireNonNull(journal.getFileName()).toString();
        return new PartPaths(journal.resolveSibling(name.substring(0, name.length() - JOURNAL.length())));
    }

    private Path beside(String suffix) {
        return target.resolveSibling(target.getFileName() + suffix);
    }
}

package dev.ponder.downloads.work;

import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.disk.JournalRecord;
import dev.ponder.downloads.disk.PartFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Journals pieces whose bytes are synced. One sync serves all pieces that were hashed before it began, so a slow disk costs
 * fewer of them instead of holding up the hash.
 */
final class SyncedPieces {

    private final Assembly assembly;
    private final List<JournalRecord.Piece> hashed = new ArrayList<>();
    private boolean isLast;

    SyncedPieces(Assembly assembly) {
        this.assembly = assembly;
    }

    /** The bytes of this piece have been written and hashed. */
    synchronized void add(JournalRecord.Piece piece) {
        hashed.add(piece);
        notifyAll();
    }

    /** No more pieces follow. */
    synchronized void finish() {
        isLast = true;
        notifyAll();
    }

    /** Syncs and journals until the last piece. */
    void run() throws DownloadException, InterruptedException {
        try (var file = PartFile.open(assembly.paths().part())) {
            for (var pieces = take(); !pieces.isEmpty(); pieces = take()) {
                file.force();
                for (var piece : pieces) {
                    assembly.journal().add(piece);
                }
                assembly.journal().force();
            }
        }
    }

    /** All that wait, at least one; empty after the last. */
    private synchronized List<JournalRecord.Piece> take() throws InterruptedException {
        while (hashed.isEmpty() && !isLast) {
            wait();
        }
        var pieces = List.copyOf(hashed);
        hashed.clear();
        return pieces;
    }
}

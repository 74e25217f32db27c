package dev.ponder.downloads.work;

import dev.ponder.downloads.ContentException;
import dev.ponder.downloads.DiskException;
import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.DownloadRequest;
import dev.ponder.downloads.FinishedFile;
import dev.ponder.downloads.Phase;
import dev.ponder.downloads.PieceHashes;
import dev.ponder.downloads.Sha256;
import dev.ponder.downloads.disk.DiskFaults;
import dev.ponder.downloads.disk.Journal;
import dev.ponder.downloads.disk.JournalFacts;
import dev.ponder.downloads.disk.JournalRecord;
import dev.ponder.downloads.disk.JournalState;
import dev.ponder.downloads.disk.PartFile;
import dev.ponder.downloads.disk.PartPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.concurrent.CompletableFuture;

/** One download from its beginning, or from where an earlier run ended, to its end. Blocks its thread; interrupt to stop. */
final class DownloadTask {

    private final DownloadRequest request;
    private final PartPaths paths;
    private final Means means;
    private final Status status;

    DownloadTask(DownloadRequest request, Means means, Status status) {
        this.request = request;
        this.paths = new PartPaths(request.target());
        this.means = means;
        this.status = status;
    }

    /** Brings the file. */
    FinishedFile run() throws DownloadException, InterruptedException {
        requireFolder();
        try (var _ = new OtherProcess(paths, status).awaitLock()) {
            status.stage(new Phase.Queued());
            try (var _ = means.share().begin()) {
                return bring();
            } finally {
                means.space().settle(paths);
            }
        }
    }

    private void requireFolder() throws DiskException {
        if (!Files.isDirectory(paths.folder())) {
            throw new DiskException.FolderGone(paths.folder(), null);
        }
    }

    private FinishedFile bring() throws DownloadException, InterruptedException {
        // a journal without its part is what is left when the machine stopped just after the end
        var kept = Files.exists(paths.part()) ? Journal.read(paths.journal()) : new JournalState();
        status.bytes(kept.ranges().total());
        var identification = new Identification(request, kept.facts());
        var remotes = identification.sources().stream()
                .map(source -> new Remote(source, means.door()))
                .toList();
        var sources = new Sources(remotes, means.settings(), means.timing(), means.random(), status);
        var expected = identification.expected(sources, status);
        sources.expect(expected);
        status.size(expected.size());
        if (Files.exists(paths.target(), LinkOption.NOFOLLOW_LINKS)) {
            return new ExistingTarget(paths, expected, status).verify();
        }
        assemble(expected, sources, kept);
        requireFolder();
        Publication.publish(paths, expected.size());
        return new FinishedFile(request.target(), expected.size(), expected.sha256(), expected.pinned());
    }

    private void assemble(Expected expected, Sources sources, JournalState kept)
            throws DownloadException, InterruptedException {
        try (var journal = Journal.open(paths.journal())) {
            var facts = facts(expected, sources, kept);
            journal.add(new JournalRecord.Facts(facts));
            boolean isReserved = reserve(journal, kept, expected.size());
            var board = new Board(facts.layout(), kept.ranges(), facts.pieceBytes());
            var assembly = new Assembly(means, paths, expected, isReserved, sources, board, journal, status);
            status.stage(new Phase.Fetching("", 0));
            fetch(assembly, kept, facts);
        }
    }

    private JournalFacts facts(Expected expected, Sources sources, JournalState kept) {
        var known = request.pieces().filter(pieces -> pieces.fit(expected.size()));
        long pieceBytes = kept.facts()
                .map(JournalFacts::pieceBytes)
                .orElseGet(() -> known.map(PieceHashes::pieceBytes)
                        .orElse(means.settings().pieceBytes()));
        return new JournalFacts(
                expected.size(),
                expected.sha256(),
                expected.pinned(),
                pieceBytes,
                known.filter(pieces -> pieces.pieceBytes() == pieceBytes),
                sources.remotes().stream().map(Remote::source).toList());
    }

    private boolean reserve(Journal journal, JournalState kept, long size)
            throws DownloadException, InterruptedException {
        status.stage(new Phase.Reserving());
        if (kept.reserved() == size) {
            return true;
        }
        means.space().require(paths, size - kept.ranges().total());
        try (var _ = PartFile.open(paths.part())) {
            boolean isReserved = means.reservation().reserve(paths.part(), size);
            if (isReserved) {
                journal.add(new JournalRecord.Reserved(size));
                means.space().settle(paths);
            }
            return isReserved;
        } catch (IOException e) {
            throw DiskFaults.of(paths.part(), e);
        }
    }

    private void fetch(Assembly assembly, JournalState kept, JournalFacts facts)
            throws DownloadException, InterruptedException {
        var synced = new SyncedPieces(assembly);
        var verifier = new Verifier(assembly, kept, facts.pieces(), synced);
        var hash = new CompletableFuture<Sha256>();
        try (var team = new Team("download")) {
            team.start("hash", () -> {
                hash.complete(verifier.run());
                assembly.board().done();
                synced.finish();
            });
            team.start("sync", synced::run);
            new Crew(assembly, team).run();
        } catch (DiskException.DiskFull e) {
            // whoever ran into the end of the disk did not know how much is still to come
            long missing = means.space().missing(paths, assembly.board().missing());
            throw new DiskException.DiskFull(paths.folder(), Math.max(missing, e.missing()), e);
        }
        if (!hash.join().equals(assembly.expected().sha256())) {
            repair(assembly, verifier, kept, hash.join());
        }
    }

    private void repair(Assembly assembly, Verifier verifier, JournalState kept, Sha256 found)
            throws DownloadException, InterruptedException {
        if (verifier.hasKnownPieces()) {
            // every piece is what it must be, so it is the whole file's hash that belongs to another file
            throw new ContentException.HashWrong(
                    "the catalog's pieces", assembly.expected().sha256(), found);
        }
        means.space().require(paths, 2 * assembly.board().layout().pieceBytes());
        try (var file = PartFile.open(paths.part());
                var other = PartFile.open(paths.other())) {
            new Repair(assembly, file, other, verifier.pieces(), kept).run();
        }
    }
}

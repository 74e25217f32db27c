package dev.ponder.downloads.work;

import dev.ponder.downloads.ByteRange;
import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.disk.PartFile;
import dev.ponder.downloads.net.Purpose;
import dev.ponder.downloads.net.Reply;

/**
 * One of the threads that fetch: claims bytes, asks the source of the moment for them, writes and notes what comes, and gives
 * back what does not.
 */
final class Fetcher {

    private final Assembly assembly;
    private final Crew crew;
    private final Inflow inflow;

    Fetcher(Assembly assembly, Crew crew) {
        this.assembly = assembly;
        this.crew = crew;
        this.inflow = new Inflow(assembly.means().speed(), assembly.status());
    }

    /** Fetches until the file is done or the crew is too large. */
    void run() throws DownloadException, InterruptedException {
        try (var file = PartFile.open(assembly.paths().part())) {
            while (crew.mayGoOn()) {
                var claim = assembly.board().claim(crew.claimBytes());
                if (claim.isEmpty()) {
                    return;
                }
                fetch(file, claim.get());
            }
        }
    }

    private void fetch(PartFile file, ByteRange claim) throws DownloadException, InterruptedException {
        try (var intake = new Intake(file, assembly, claim)) {
            if (!assembly.isReserved()) {
                assembly.means()
                        .space()
                        .require(assembly.paths(), assembly.board().missing());
            }
            var remote = assembly.sources()
                    .next(one -> assembly.board().isBlamed(claim, one.source().toString()));
            try {
                fetch(file, claim, intake, remote);
            } catch (DownloadException e) {
                // not before the bytes that came are noted, which count for the source
                intake.finish();
                assembly.sources().failed(remote, e);
                crew.trouble();
            }
        }
    }

    private void fetch(PartFile file, ByteRange claim, Intake intake, Remote remote)
            throws DownloadException, InterruptedException {
        try (var _ = assembly.means().share().connect();
                var part = remote.open(claim, Purpose.DOWNLOAD);
                var _ = assembly.status().connected(part.reply().host())) {
            var end = part.delivery().end();
            if (part.delivery().isWhole()) {
                intake.finish();
                takeWhole(file, part.reply(), remote);
            } else {
                take(part.reply(), intake, end.orElse(claim.end()), remote);
                inflow.requireEnd(part.reply());
            }
        }
    }

    /** Takes bytes from where the intake is to a place in the file. */
    private void take(Reply reply, Intake intake, long end, Remote remote)
            throws DownloadException, InterruptedException {
        intake.from(remote.source().toString(), () -> assembly.sources().brought(remote));
        while (intake.position() < end) {
            intake.write(inflow.buffer(), inflow.read(reply, end - intake.position()));
        }
    }

    /** Takes what is missing from a body that begins with the first byte of the file, and passes over the rest. */
    private void takeWhole(PartFile file, Reply reply, Remote remote) throws DownloadException, InterruptedException {
        long position = 0;
        var gap = assembly.board().claimFrom(position);
        while (gap.isPresent()) {
            try (var intake = new Intake(file, assembly, gap.get())) {
                inflow.skip(reply, gap.get().start() - position);
                take(reply, intake, gap.get().end(), remote);
            }
            position = gap.get().end();
            gap = assembly.board().claimFrom(position);
        }
        if (position == assembly.expected().size()) {
            inflow.requireEnd(reply);
        }
    }
}

package dev.ponder.downloads.work;

import dev.ponder.downloads.DownloadException;

/** The fetchers of a download, as many as do it good. */
final class Crew {

    private final Assembly assembly;
    private final Team team;
    private final Adaptation adaptation = new Adaptation();
    private int running;
    private int started;

    Crew(Assembly assembly, Team team) {
        this.assembly = assembly;
        this.team = team;
    }

    /** Lets the team fetch and hash until all of it has ended. */
    void run() throws DownloadException, InterruptedException {
        hire();
        long time = System.nanoTime();
        long fetched = assembly.status().fetched();
        while (!team.await(assembly.means().settings().adaptEvery())) {
            long nanos = System.nanoTime() - time;
            long bytes = assembly.status().fetched() - fetched;
            look((double) bytes / Math.max(nanos, 1));
            time += nanos;
            fetched += bytes;
        }
    }

    private synchronized void look(double speed) {
        adaptation.look(most(), speed);
        hire();
    }

    private synchronized void hire() {
        while (running < adaptation.target()) {
            running++;
            var fetcher = new Fetcher(assembly, this);
            team.start("fetch-" + ++started, fetcher::run);
        }
    }

    /** One for a source that sends everything in order; else a fair part of the connections. */
    private int most() {
        return assembly.sources().haveRanges() ? assembly.means().share().fairPart() : 1;
    }

    /** Asked by a fetcher before it claims; if not, it ends. */
    synchronized boolean mayGoOn() {
        if (running > Math.min(adaptation.target(), most())) {
            running--;
            return false;
        }
        return true;
    }

    /** So much that all together do not ask for more than may come twice. */
    synchronized long claimBytes() {
        var settings = assembly.means().settings();
        long part = settings.pieceBytes() / adaptation.target();
        return Math.max(part - part % settings.extentBytes(), Math.min(settings.extentBytes(), settings.pieceBytes()));
    }

    /** A connection of a fetcher failed. */
    synchronized void trouble() {
        adaptation.trouble();
    }
}

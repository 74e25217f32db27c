package dev.ponder.cli;

import dev.ponder.downloads.Phase;
import dev.ponder.downloads.Progress;
import java.time.Duration;
import java.util.Locale;

/**
 * The progress of a download: a bar on a terminal, lines of JSON for programs, else nothing. Called from threads of the
 * download.
 */
final class PullProgress {

    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final int BAR = 24;

    private final Streams streams;
    private final String name;
    private final boolean json;
    private boolean shown;

    PullProgress(Streams streams, String name, boolean json) {
        this.streams = streams;
        this.name = SafeText.line(name);
        this.json = json;
    }

    synchronized void show(Progress progress) {
        if (json) {
            printLine(progress);
        } else if (streams.errIsTerminal() && !progress.phase().isEnd()) {
            shown = true;
            streams.err().print(CLEAR_LINE + bar(progress));
            streams.err().flush();
        }
    }

    /** Wipes the bar. */
    synchronized void clear() {
        if (shown) {
            streams.err().print(CLEAR_LINE);
            streams.err().flush();
        }
    }

    private void printLine(Progress progress) {
        var line = Json.object()
                .put("type", "progress")
                .put("file", name)
                .put("phase", phase(progress.phase()))
                .put("bytes", progress.bytes())
                .put("bytesPerSecond", progress.bytesPerSecond());
        progress.size().ifPresent(size -> line.put("size", size));
        progress.left().ifPresent(left -> line.put("secondsLeft", left.toSeconds()));
        streams.out().print(Json.line(line) + "\n");
        streams.out().flush();
    }

    private String bar(Progress progress) {
        long size = progress.size().orElse(0);
        double share = size == 0 ? 0 : Math.clamp((double) progress.bytes() / size, 0, 1);
        int full = (int) (share * BAR);
        var text = new StringBuilder(name)
                .append("  [")
                .append("#".repeat(full))
                .append("-".repeat(BAR - full))
                .append("] ");
        if (progress.phase() instanceof Phase.Fetching) {
            text.append(String.format(
                    Locale.ROOT,
                    "%.0f %% of %s, %s/s",
                    share * 100,
                    Sizes.file(size),
                    Sizes.file(progress.bytesPerSecond())));
            progress.left()
                    .ifPresent(left -> text.append(", ").append(inWords(left)).append(" left"));
        } else {
            text.append(inWords(progress.phase()));
        }
        return text.toString();
    }

    private static String inWords(Duration left) {
        return left.toHours() > 0
                ? left.toHours() + " h " + left.toMinutesPart() + " min"
                : left.toMinutes() > 0 ? left.toMinutes() + " min" : left.toSeconds() + " s";
    }

    private static String inWords(Phase phase) {
        return switch (phase) {
            case Phase.Queued() -> "queued";
            case Phase.Resolving(var host) -> "asking " + SafeText.line(host);
            case Phase.Reserving() -> "making room on the disk";
            case Phase.Fetching _ -> "fetching";
            case Phase.Verifying _ -> "verifying";
            case Phase.Repairing(var compared, var pieces) -> "repairing, " + compared + " of " + pieces;
            case Phase.Waiting(var why, var _) -> "waiting: " + SafeText.line(String.valueOf(why.getMessage()));
            case Phase.Elsewhere() -> "another Ponder fetches it";
            case Phase.Paused(), Phase.Removed() -> "stopped";
            case Phase.Failed _ -> "failed";
            case Phase.Finished _ -> "done";
        };
    }

    private static String phase(Phase phase) {
        return phase.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}

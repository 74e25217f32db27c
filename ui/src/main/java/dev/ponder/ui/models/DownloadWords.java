package dev.ponder.ui.models;

import dev.ponder.downloads.Phase;
import dev.ponder.downloads.Progress;
import dev.ponder.resources.Texts;
import java.time.Duration;
import java.time.Instant;

/** What a download does, as people say it. */
final class DownloadWords {

    private DownloadWords() {}

    static String state(Progress progress) {
        return switch (progress.phase()) {
            case Phase.Queued() -> Texts.of("queue.state.queued");
            case Phase.Resolving(var host) -> Texts.of("queue.state.resolving", host);
            case Phase.Reserving() -> Texts.of("queue.state.reserving");
            case Phase.Fetching(var host, int connections) -> Texts.of("queue.state.fetching", host, connections);
            case Phase.Verifying _ -> Texts.of("queue.state.verifying");
            case Phase.Repairing(int compared, int pieces) -> Texts.of("queue.state.repairing", compared, pieces);
            case Phase.Waiting(var why, var until) ->
                Texts.of(
                        "queue.state.waiting",
                        String.valueOf(why.getMessage()),
                        Sizes.time(Duration.between(Instant.now(), until)));
            case Phase.Elsewhere() -> Texts.of("queue.state.elsewhere");
            case Phase.Paused() -> Texts.of("queue.state.paused");
            case Phase.Removed() -> Texts.of("queue.state.removed");
            case Phase.Failed _ -> Texts.of("queue.state.failed");
            case Phase.Finished(var file) -> Texts.of(file.pinned() ? "queue.state.pinned" : "queue.state.finished");
        };
    }

    static String amount(Progress progress) {
        long bytes = progress.bytes();
        if (progress.phase() instanceof Phase.Finished(var file)) {
            return Sizes.bytes(file.size());
        }
        if (progress.size().isEmpty()) {
            return bytes == 0 ? "" : Sizes.bytes(bytes);
        }
        long size = progress.size().getAsLong();
        if (bytes == 0) {
            return Sizes.bytes(size);
        }
        var amount =
                Texts.of("queue.amount.of", QueueViewModel.percent(bytes, size), Sizes.bytes(bytes), Sizes.bytes(size));
        if (!(progress.phase() instanceof Phase.Fetching) || progress.bytesPerSecond() == 0) {
            return amount;
        }
        var speed = Sizes.bytes(progress.bytesPerSecond());
        return progress.left()
                .map(left -> Texts.of("queue.amount.left", amount, speed, Sizes.time(left)))
                .orElseGet(() -> Texts.of("queue.amount.speed", amount, speed));
    }
}

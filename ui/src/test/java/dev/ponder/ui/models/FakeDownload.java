package dev.ponder.ui.models;

import dev.ponder.downloads.Download;
import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.DownloadRequest;
import dev.ponder.downloads.FinishedFile;
import dev.ponder.downloads.Phase;
import dev.ponder.downloads.Progress;
import dev.ponder.downloads.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** A download that goes as the test says. */
public final class FakeDownload implements Download {

    private final DownloadRequest request;
    private final List<String> calls = new ArrayList<>();
    private final List<Consumer<Progress>> listeners = new ArrayList<>();
    private Progress progress;

    FakeDownload(String fileName, Progress progress) {
        this.request = request(fileName);
        this.progress = progress;
    }

    /** What would be asked of a hub for a file. */
    public static DownloadRequest request(String fileName) {
        return DownloadRequest.unpinned(
                Path.of("/home/ada/.local/share/ponder/models").resolve(fileName),
                Source.huggingFace("Qwen/Qwen3-4B-GGUF", "main", fileName));
    }

    /** Nothing has come yet. */
    public static Progress queued() {
        return at(new Phase.Queued(), 0, 0);
    }

    /** So much has come of 2.5 GB. */
    public static Progress at(Phase phase, long bytes, long bytesPerSecond) {
        long size = 2_497_280_256L;
        var left = bytesPerSecond == 0
                ? Optional.<Duration>empty()
                : Optional.of(Duration.ofSeconds((size - bytes) / bytesPerSecond));
        return new Progress(phase, bytes, OptionalLong.of(size), bytesPerSecond, left);
    }

    /** What was asked of it. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** Tells whoever listens. */
    public void tell(Progress now) {
        progress = now;
        List.copyOf(listeners).forEach(listener -> listener.accept(now));
    }

    @Override
    public DownloadRequest request() {
        return request;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public Subscription onProgress(Consumer<Progress> listener) {
        listeners.add(listener);
        listener.accept(progress);
        return () -> listeners.remove(listener);
    }

    @Override
    public void pause() {
        calls.add("pause");
    }

    @Override
    public void resume() {
        calls.add("resume");
    }

    @Override
    public void remove() {
        calls.add("remove");
    }

    @Override
    public FinishedFile await() throws DownloadException {
        throw new DownloadException.Stopped();
    }
}

package dev.ponder.ui.models;

import dev.ponder.downloads.Download;
import dev.ponder.downloads.KeptDownload;
import dev.ponder.downloads.Phase;
import dev.ponder.downloads.Progress;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Notice.Kind;
import dev.ponder.ui.common.Notices;
import dev.ponder.ui.common.Tasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is being fetched, and what lies unfinished. Belongs to the JavaFX thread. */
public final class QueueViewModel {

    private static final double PERCENT = 100;

    private final QueueService service;
    private final Tasks tasks;
    private final Notices notices;
    private final ObservableList<Item> items = FXCollections.observableArrayList();
    private final ObservableList<KeptDownload> kept = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final List<Consumer<? super Path>> onFinished = new ArrayList<>();

    /** A download as the page shows it. */
    public static final class Item {
        private final Download download;
        private final ReadOnlyObjectWrapper<Progress> progress;

        private Item(Download download) {
            this.download = download;
            this.progress = new ReadOnlyObjectWrapper<>(download.progress());
        }

        /** The file's name. */
        public String name() {
            return String.valueOf(download.request().target().getFileName());
        }

        /** Where the file will lie. */
        public Path target() {
            return download.request().target();
        }

        /** How far it is. */
        public ReadOnlyObjectProperty<Progress> progressProperty() {
            return progress.getReadOnlyProperty();
        }
    }

    /** Makes the view model. */
    public QueueViewModel(QueueService service, Tasks tasks, Notices notices) {
        this.service = service;
        this.tasks = tasks;
        this.notices = notices;
    }

    /** The downloads, in the order they were started. */
    public ObservableList<Item> items() {
        return items;
    }

    /** What lies unfinished from earlier. */
    public ObservableList<KeptDownload> kept() {
        return kept;
    }

    /** What goes on in a few words; empty where nothing does. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Adds who is told of a file that has come. */
    public void onFinished(Consumer<? super Path> listener) {
        onFinished.add(listener);
    }

    /** The download of a file, if it is in the queue. */
    public Optional<Item> of(String fileName) {
        return items.stream().filter(item -> item.name().equals(fileName)).findFirst();
    }

    /** Looks what there is. */
    public void refresh() {
        for (var download : service.queue()) {
            if (items.stream().noneMatch(item -> item.download.equals(download))) {
                add(download);
            }
        }
        tasks.call(service::kept, kept::setAll, failure -> notices.show(Kind.MODEL, failure));
    }

    /** Stops a download for now. */
    public void pause(Item item) {
        item.download.pause();
    }

    /** Goes on after a pause or a failure. */
    public void resume(Item item) {
        item.download.resume();
    }

    /** Stops a download for good and deletes what has come; takes a finished one off the list. */
    public void remove(Item item) {
        item.download.remove();
        items.remove(item);
        summarise();
    }

    /** Deletes what has come and fetches it anew. */
    public void startOver(Item item) {
        var fresh = new KeptDownload(item.download.request(), 0);
        item.download.remove();
        items.remove(item);
        resume(fresh);
    }

    /** Goes on with what lies unfinished. */
    public void resume(KeptDownload unfinished) {
        run(() -> service.resume(unfinished));
    }

    /** Deletes what lies unfinished. */
    public void discard(KeptDownload unfinished) {
        run(() -> service.discard(unfinished));
    }

    private void run(Tasks.Action action) {
        tasks.run(action, this::refresh, failure -> notices.show(Kind.MODEL, failure));
    }

    private void add(Download download) {
        var item = new Item(download);
        items.add(item);
        service.observe(download, progress -> tell(item, progress));
    }

    private void tell(Item item, Progress progress) {
        boolean finishedBefore = item.progress.get().phase() instanceof Phase.Finished;
        boolean finished = progress.phase() instanceof Phase.Finished;
        item.progress.set(progress);
        if (progress.phase() instanceof Phase.Removed) {
            items.remove(item);
        }
        summarise();
        if (finished && !finishedBefore) {
            onFinished.forEach(listener -> listener.accept(item.target()));
        }
    }

    private void summarise() {
        var running = items.stream()
                .map(item -> item.progress.get())
                .filter(progress -> !progress.phase().isEnd())
                .toList();
        long done = running.stream().mapToLong(Progress::bytes).sum();
        long size = running.stream().mapToLong(one -> one.size().orElse(0)).sum();
        long failed = items.stream()
                .filter(item -> item.progress.get().phase() instanceof Phase.Failed)
                .count();
        if (!running.isEmpty()) {
            summary.set(Texts.of("queue.summary.running", running.size(), percent(done, size)));
        } else {
            summary.set(failed > 0 ? Texts.of("queue.summary.failed", failed) : "");
        }
    }

    /** Whole percent, never 100 before all is there. */
    static int percent(long done, long size) {
        return size <= 0 ? 0 : (int) Math.min(done < size ? PERCENT - 1 : PERCENT, done * PERCENT / size);
    }
}

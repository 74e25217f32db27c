package dev.ponder.ui.common;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The banners that stand now. Belongs to the JavaFX thread. */
public final class Notices {

    private final ObservableList<Notice> list = FXCollections.observableArrayList();

    /** Those that stand, the oldest first. */
    public ObservableList<Notice> list() {
        return list;
    }

    /** Shows a notice in the place of one of its kind. */
    public void show(Notice notice) {
        find(notice.kind()).ifPresentOrElse(old -> list.set(list.indexOf(old), notice), () -> list.add(notice));
    }

    /** Shows what went wrong: an expected failure's own sentence, or that something unexpected happened. */
    public void show(Notice.Kind kind, Throwable failure) {
        show(Notice.of(kind, Notice.Severity.ERROR, Problem.of(failure).sentence()));
    }

    /** Takes the notice of a kind away. */
    public void dismiss(Notice.Kind kind) {
        list.removeIf(notice -> notice.kind() == kind);
    }

    /** The notice of a kind. */
    public Optional<Notice> find(Notice.Kind kind) {
        return list.stream().filter(notice -> notice.kind() == kind).findFirst();
    }

    /** Takes several away. */
    public void dismissAll(Collection<Notice.Kind> kinds) {
        list.removeIf(notice -> kinds.contains(Objects.requireNonNull(notice).kind()));
    }
}

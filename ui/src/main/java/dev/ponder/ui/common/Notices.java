package dev.ponder.ui.common;

import dev.ponder.resources.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The banners that stand now. Belongs to the JavaFX thread. */
public final class Notices {

    private final ObservableList<Notice> list = FXCollections.observableArrayList();
    private Consumer<? super Problem> onDetails = _ -> {};

    /** Those that stand, the oldest first. */
    public ObservableList<Notice> list() {
        return list;
    }

    /** Shows a notice in the place of one of its kind. */
    public void show(Notice notice) {
        find(notice.kind()).ifPresentOrElse(old -> list.set(list.indexOf(old), notice), () -> list.add(notice));
    }

    /** Sets who shows what nobody expected in full. */
    public void setOnDetails(Consumer<? super Problem> listener) {
        onDetails = listener;
    }

    /** Shows what went wrong: an expected failure's own sentence, or that something unexpected happened. */
    public void show(Notice.Kind kind, Throwable failure) {
        var problem = Problem.of(failure);
        var details = new Notice.Action(Texts.of("common.notice.details"), () -> onDetails.accept(problem));
        var actions = problem.expected() ? List.<Notice.Action>of() : List.of(details);
        show(new Notice(kind, Notice.Severity.ERROR, problem.sentence(), actions));
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

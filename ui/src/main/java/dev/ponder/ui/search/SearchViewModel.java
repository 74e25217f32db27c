package dev.ponder.ui.search;

import dev.ponder.resources.Texts;
import dev.ponder.search.Search;
import dev.ponder.search.SearchQuery;
import dev.ponder.search.SearchResults;
import dev.ponder.ui.common.Notice.Kind;
import dev.ponder.ui.common.Notices;
import dev.ponder.ui.common.Tasks;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the palette looks for and has found. Belongs to the JavaFX thread. */
public final class SearchViewModel {

    private static final int MOST = 40;
    private static final int MOST_TITLES = 5;

    private final Search search;
    private final Tasks tasks;
    private final Notices notices;
    private final Consumer<SearchRow> onChosen;
    private final StringProperty query = new SimpleStringProperty("");
    private final BooleanProperty thoughts = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ObservableList<SearchRow> rows = FXCollections.observableArrayList();
    /** Read by searches that wait their turn: only the last one is made. */
    private final AtomicLong wanted = new AtomicLong();

    /**
     * Makes the view model.
     *
     * @param onChosen shows where a row leads
     */
    public SearchViewModel(Search search, Tasks tasks, Notices notices, Consumer<SearchRow> onChosen) {
        this.search = search;
        this.tasks = tasks;
        this.notices = notices;
        this.onChosen = onChosen;
        query.subscribe(this::look);
        thoughts.subscribe(this::look);
    }

    /** What is typed. */
    public StringProperty queryProperty() {
        return query;
    }

    /** Whether thoughts are looked through too. */
    public BooleanProperty thoughtsProperty() {
        return thoughts;
    }

    /** Whether the palette is there. */
    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What was found: titles, then messages, the newest first. */
    public ObservableList<SearchRow> rows() {
        return rows;
    }

    /** What is to be said of it: what can be looked for, that nothing was found, that there is more. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Shows the palette; what was looked for last is looked for anew. */
    public void show() {
        shown.set(true);
        look();
    }

    /** Hides it. */
    public void hide() {
        shown.set(false);
        wanted.incrementAndGet();
    }

    /** Goes where a row leads. */
    public void choose(SearchRow row) {
        hide();
        onChosen.accept(row);
    }

    private void look() {
        long turn = wanted.incrementAndGet();
        var typed = SearchQuery.of(query.get());
        boolean deep = thoughts.get();
        if (typed.isEmpty()) {
            show(SearchResults.NONE, true);
        } else if (shown.get()) {
            tasks.call(
                    () -> turn == wanted.get() ? search.find(typed, deep, MOST) : SearchResults.NONE,
                    found -> {
                        if (turn == wanted.get()) {
                            show(found, false);
                        }
                    },
                    failure -> notices.show(Kind.STORE, failure));
        }
    }

    private void show(SearchResults found, boolean isIdle) {
        var all = FXCollections.<SearchRow>observableArrayList();
        found.titles().stream().limit(MOST_TITLES).map(SearchRow.Title::new).forEach(all::add);
        found.messages().stream().map(SearchRow.Said::new).forEach(all::add);
        rows.setAll(all);
        if (isIdle) {
            status.set(Texts.of("search.idle.text"));
        } else if (found.partial()) {
            status.set(Texts.of("search.partial.text"));
        } else if (all.isEmpty()) {
            status.set(Texts.of(thoughts.get() ? "search.nothing.text" : "search.nothing.said"));
        } else {
            status.set(
                    found.more() ? Texts.of("search.more.text", found.messages().size()) : "");
        }
    }
}

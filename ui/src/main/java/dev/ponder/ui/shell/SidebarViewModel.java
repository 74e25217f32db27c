package dev.ponder.ui.shell;

import dev.ponder.chat.ConversationGroup;
import dev.ponder.chat.ConversationSummary;
import dev.ponder.chat.Conversations;
import dev.ponder.chat.Folder;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Notice.Kind;
import dev.ponder.ui.common.Notices;
import dev.ponder.ui.common.Tasks;
import dev.ponder.ui.common.Toasts;
import dev.ponder.ui.shell.SidebarRow.Heading;
import dev.ponder.ui.shell.SidebarRow.Item;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The list of conversations by day. Belongs to the JavaFX thread. */
public final class SidebarViewModel {

    /**
     * Where clicks lead.
     *
     * @param open shows a conversation
     * @param newChat shows an empty one
     */
    public record Navigation(LongConsumer open, Runnable newChat) {}

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("LLLL uuuu", Locale.ENGLISH);

    private record Listed(List<ConversationSummary> conversations, List<Folder> folders) {}

    private final Conversations conversations;
    private final Tasks tasks;
    private final Notices notices;
    private final Toasts toasts;
    private final Clock clock;
    private final Navigation navigation;
    private final ObservableList<SidebarRow> rows = FXCollections.observableArrayList();
    private List<Folder> folders = List.of();
    private final ReadOnlyObjectWrapper<@Nullable Long> selected = new ReadOnlyObjectWrapper<>();

    /**
     * Makes the view model.
     *
     * @param clock says when a day begins, in the user's time zone
     */
    public SidebarViewModel(
            Conversations conversations,
            Tasks tasks,
            Notices notices,
            Toasts toasts,
            Clock clock,
            Navigation navigation) {
        this.conversations = conversations;
        this.tasks = tasks;
        this.notices = notices;
        this.toasts = toasts;
        this.clock = clock;
        this.navigation = navigation;
    }

    /** Headings and conversations from top to bottom; conversations in which nothing was said are left out. */
    public ObservableList<SidebarRow> rows() {
        return rows;
    }

    /** The conversation that is shown; null before the first. */
    public ReadOnlyObjectProperty<@Nullable Long> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Says which conversation is shown. */
    public void setSelected(@Nullable Long id) {
        selected.set(id);
    }

    /** Reads the list again. */
    public void refresh() {
        tasks.call(
                () -> new Listed(conversations.list(), conversations.folders()),
                listed -> {
                    folders = listed.folders();
                    show(listed.conversations());
                },
                this::onFailure);
    }

    /** The folders as they were at the last look, by name. */
    public List<Folder> folders() {
        return folders;
    }

    /** Shows a conversation. */
    public void open(long id) {
        if (selected.get() == null || selected.get() != id) {
            navigation.open().accept(id);
        }
    }

    /** Shows an empty conversation. */
    public void newChat() {
        navigation.newChat().run();
    }

    /** Gives a conversation a title; an empty one lets the model find one again. */
    public void rename(long id, String title) {
        change(() -> conversations.rename(id, title));
    }

    /** Keeps a conversation at the top, or no longer. */
    public void togglePin(Item item) {
        change(() -> conversations.pin(item.summary().id(), !item.summary().pinned()));
    }

    /** Moves conversations to the trash, with a way back; where one of them is shown, the one beside them is then. */
    public void delete(List<Item> items) {
        var ids = items.stream().map(item -> item.summary().id()).toList();
        var shown = Optional.ofNullable(selected.get()).filter(ids::contains);
        var next = shown.flatMap(id -> neighbour(id, ids));
        var said = items.size() == 1
                ? Texts.of("sidebar.deleted.text", items.getFirst().title())
                : Texts.of("sidebar.deleted.several", items.size());
        tasks.run(
                () -> {
                    for (long id : ids) {
                        conversations.delete(id);
                    }
                },
                () -> {
                    refresh();
                    if (shown.isPresent()) {
                        next.ifPresentOrElse(navigation.open()::accept, navigation.newChat());
                    }
                    toasts.show(said, Texts.of("sidebar.deleted.undo"), () -> undelete(ids, shown));
                },
                this::onFailure);
    }

    private void undelete(List<Long> ids, Optional<Long> shown) {
        tasks.run(
                () -> {
                    for (long id : ids) {
                        conversations.undelete(id);
                    }
                },
                () -> {
                    refresh();
                    shown.ifPresent(navigation.open()::accept);
                },
                this::onFailure);
    }

    /** The next one that stays, or the one before. */
    private Optional<Long> neighbour(long id, List<Long> leaving) {
        var all = rows.stream()
                .filter(Item.class::isInstance)
                .map(row -> ((Item) row).summary().id())
                .toList();
        int index = all.indexOf(id);
        return Stream.concat(all.subList(index, all.size()).stream(), all.subList(0, index).reversed().stream())
                .filter(other -> !leaving.contains(other))
                .findFirst();
    }

    private void change(Tasks.Action action) {
        tasks.run(action, this::refresh, this::onFailure);
    }

    private void show(List<ConversationSummary> list) {
        var said = list.stream()
                .filter(summary ->
                        !summary.title().isEmpty() || !summary.opening().isEmpty())
                .toList();
        var all = new ArrayList<SidebarRow>();
        for (var folder : folders) {
            all.add(new Heading(folder.name(), folder));
            said.stream()
                    .filter(summary -> Objects.equals(summary.folder(), folder.id()))
                    .forEach(summary -> all.add(new Item(summary)));
        }
        var loose = said.stream().filter(summary -> summary.folder() == null).toList();
        for (var group : ConversationGroup.of(loose, ZonedDateTime.now(clock))) {
            all.add(new Heading(text(group.heading()), null));
            group.conversations().forEach(summary -> all.add(new Item(summary)));
        }
        if (!all.equals(rows)) {
            rows.setAll(all);
        }
    }

    private static String text(ConversationGroup.Heading heading) {
        return switch (heading) {
            case ConversationGroup.Pinned() -> Texts.of("sidebar.group.pinned");
            case ConversationGroup.Today() -> Texts.of("sidebar.group.today");
            case ConversationGroup.Yesterday() -> Texts.of("sidebar.group.yesterday");
            case ConversationGroup.PastWeek() -> Texts.of("sidebar.group.week");
            case ConversationGroup.PastMonth() -> Texts.of("sidebar.group.month");
            case ConversationGroup.Month(var month) -> MONTH.format(month);
        };
    }

    private void onFailure(Exception failure) {
        notices.show(Kind.STORE, failure);
    }
}

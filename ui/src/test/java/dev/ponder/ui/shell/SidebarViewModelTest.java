package dev.ponder.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.ponder.chat.ConversationSettings;
import dev.ponder.chat.Conversations;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.store.Store;
import dev.ponder.store.StoreException;
import dev.ponder.store.StoreFiles;
import dev.ponder.ui.common.Notices;
import dev.ponder.ui.common.Tasks;
import dev.ponder.ui.common.Toasts;
import dev.ponder.ui.shell.SidebarRow.Heading;
import dev.ponder.ui.shell.SidebarRow.Item;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SidebarViewModelTest {

    @TempDir
    private Path folder;

    private final Toasts toasts = new Toasts();
    private final List<String> shown = new ArrayList<>();
    private Store store;
    private Conversations conversations;
    private long first;
    private long second;

    @BeforeEach
    void open() throws StoreException {
        store = Store.open(new StoreFiles(folder));
        conversations = Conversations.open(store);
        first = talk("First");
        second = talk("Second");
        conversations.create(ConversationSettings.of(ThinkingChoice.ON, null));
    }

    @AfterEach
    void close() throws StoreException {
        conversations.close();
        store.close();
    }

    @Test
    void listsWhatWasSaidTodayAndNoEmptyConversation() {
        assertEquals(List.of("[Today]", "Second", "First"), rows(sidebar(Clock.systemUTC())));
    }

    @Test
    void groupsByTheDayOfTheUsersClock() {
        var later = Clock.offset(Clock.systemUTC(), Duration.ofDays(1));
        assertEquals(List.of("[Yesterday]", "Second", "First"), rows(sidebar(later)));
    }

    @Test
    void keepsAPinnedOneAtTheTop() {
        var sidebar = sidebar(Clock.systemUTC());
        sidebar.togglePin(item(sidebar, first));
        assertEquals(List.of("[Pinned]", "First", "[Today]", "Second"), rows(sidebar));
        sidebar.togglePin(item(sidebar, first));
        assertEquals(List.of("[Today]", "Second", "First"), rows(sidebar));
    }

    @Test
    void bringsADeletedOneBack() {
        var sidebar = sidebar(Clock.systemUTC());
        sidebar.delete(List.of(item(sidebar, first)));
        assertEquals(List.of("[Today]", "Second"), rows(sidebar));
        var toast = Objects.requireNonNull(toasts.currentProperty().get());
        assertEquals("Deleted “First”", toast.text());
        Objects.requireNonNull(toast.action()).run().run();
        assertEquals(List.of("[Today]", "Second", "First"), rows(sidebar));
    }

    @Test
    void showsTheNeighbourOfTheOneThatWasShownAndDeleted() {
        var sidebar = sidebar(Clock.systemUTC());
        sidebar.setSelected(second);
        sidebar.delete(List.of(item(sidebar, second)));
        assertEquals(List.of("open " + first), shown);
    }

    @Test
    void leavesTheShownOneAloneWhenAnotherIsDeleted() {
        var sidebar = sidebar(Clock.systemUTC());
        sidebar.setSelected(second);
        sidebar.delete(List.of(item(sidebar, first)));
        assertEquals(List.of(), shown);
    }

    @Test
    void showsANewTitle() throws StoreException {
        var sidebar = sidebar(Clock.systemUTC());
        sidebar.rename(first, "Better");
        assertEquals("Better", item(sidebar, first).title());
        assertNotNull(conversations.find(first).orElseThrow());
        assertNull(toasts.currentProperty().get());
    }

    private SidebarViewModel sidebar(Clock clock) {
        var sidebar = new SidebarViewModel(
                conversations,
                Tasks.inline(),
                new Notices(),
                toasts,
                clock,
                new SidebarViewModel.Navigation(id -> shown.add("open " + id), () -> shown.add("new")));
        sidebar.refresh();
        return sidebar;
    }

    private long talk(String title) throws StoreException {
        var made = conversations.create(ConversationSettings.of(ThinkingChoice.ON, null));
        conversations.say(made.id(), "Hello");
        conversations.rename(made.id(), title);
        return made.id();
    }

    private static Item item(SidebarViewModel sidebar, long id) {
        return sidebar.rows().stream()
                .filter(Item.class::isInstance)
                .map(Item.class::cast)
                .filter(item -> item.summary().id() == id)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> rows(SidebarViewModel sidebar) {
        return sidebar.rows().stream()
                .map(row -> switch (row) {
                    case Heading(var text, var _) -> "[" + text + "]";
                    case Item item -> item.title();
                })
                .toList();
    }
}

package dev.ponder.ui.shell;

import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.WrappedText;
import dev.ponder.ui.keeping.KeepingViewModel;
import dev.ponder.ui.shell.SidebarRow.Item;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The left edge: new chat, the conversations by day, models, settings. */
public final class SidebarView extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final SidebarViewModel sidebar;
    private final ListView<@Nullable SidebarRow> list = new ListView<>();
    private final Button newChat;
    private final Button models;
    private final Button settings;
    private ShellView.Page page = ShellView.Page.CHAT;
    private boolean isNew;
    private boolean following;

    /**
     * Makes the view.
     *
     * @param keeping folders and files
     * @param onSearch shows the palette that searches
     * @param onModels shows the models
     * @param onSettings shows the settings
     */
    public SidebarView(
            SidebarViewModel sidebar,
            KeepingViewModel keeping,
            Runnable onSearch,
            Runnable onModels,
            Runnable onSettings) {
        this.sidebar = sidebar;
        getStyleClass().add(Styles.SIDEBAR);
        newChat = button("sidebar.new.text", "sidebar.new.hint", Feather.EDIT, sidebar::newChat);
        newChat.setId("new-chat");
        models = button("sidebar.models.text", "sidebar.models.hint", Feather.BOX, onModels);
        models.setId("open-models");
        settings = button("sidebar.settings.text", "sidebar.settings.hint", Feather.SETTINGS, onSettings);
        settings.setId("open-settings");
        prepareList(keeping);
        var hint = new WrappedText(Texts.of("sidebar.list.empty"), Styles.MUTED, Styles.SIDEBAR_HINT);
        hint.setMaxHeight(Double.MAX_VALUE);
        list.setPlaceholder(hint);
        var middle = new StackPane(list);
        VBox.setVgrow(middle, Priority.ALWAYS);
        var search = button("sidebar.search.text", "sidebar.search.hint", Feather.SEARCH, onSearch);
        search.setId("open-search");
        var top = new VBox(newChat, search);
        top.getStyleClass().add(Styles.SIDEBAR_TOP);
        var foot = new VBox(models, settings);
        foot.getStyleClass().add(Styles.SIDEBAR_FOOT);
        getChildren().addAll(top, middle, foot);
        sidebar.selectedProperty().subscribe(() -> follow(List.of()));
        sidebar.rows().addListener((ListChangeListener<SidebarRow>) _ -> follow(chosen(list)));
    }

    /** Shows which page stands where conversations do. */
    public void setPage(ShellView.Page shown) {
        page = shown;
        markNewChat();
        models.pseudoClassStateChanged(CHOSEN, shown == ShellView.Page.MODELS);
        settings.pseudoClassStateChanged(CHOSEN, shown == ShellView.Page.SETTINGS);
    }

    /** Gives the keyboard to the list. */
    public void focusList() {
        list.requestFocus();
    }

    private void prepareList(KeepingViewModel keeping) {
        list.setId("conversations");
        list.getStyleClass().add(Styles.CONVERSATIONS);
        list.setEditable(true);
        list.setAccessibleText(Texts.of("sidebar.list.name"));
        list.setItems(FXCollections.observableArrayList());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new ConversationCell(sidebar, keeping));
        var chosen = list.getSelectionModel().getSelectedItems();
        chosen.addListener((ListChangeListener<@Nullable SidebarRow>) _ -> {
            if (!following && chosen.size() == 1 && chosen.getFirst() instanceof Item item) {
                sidebar.open(item.summary().id());
            }
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void onKey(KeyEvent event) {
        if (list.getEditingIndex() >= 0) {
            return;
        }
        if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            move(event.getCode() == KeyCode.UP ? -1 : 1);
            event.consume();
        } else if (list.getSelectionModel().getSelectedItem() instanceof Item item) {
            onKey(event, item);
        }
    }

    private void onKey(KeyEvent event, Item item) {
        if (event.getCode() == KeyCode.F2) {
            list.edit(list.getSelectionModel().getSelectedIndex());
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            sidebar.delete(chosen(list, item));
            event.consume();
        }
    }

    private void move(int step) {
        // headings are stepped over
        int index = list.getSelectionModel().getSelectedIndex() + step;
        while (index >= 0 && index < list.getItems().size()) {
            if (list.getItems().get(index) instanceof Item) {
                list.getSelectionModel().clearAndSelect(index);
                list.scrollTo(Math.max(0, index - 2));
                return;
            }
            index += step;
        }
    }

    /** The conversations that are chosen together with one, or it alone. */
    static List<Item> chosen(ListView<@Nullable SidebarRow> list, Item item) {
        var chosen = chosen(list);
        return chosen.contains(item) ? chosen : List.of(item);
    }

    private static List<Item> chosen(ListView<@Nullable SidebarRow> list) {
        return list.getSelectionModel().getSelectedItems().stream()
                .filter(Item.class::isInstance)
                .map(Item.class::cast)
                .toList();
    }

    /**
     * Shows the rows, and marks the conversation that is shown.
     *
     * @param chosen several that stay chosen, as far as they are there
     */
    private void follow(List<Item> chosen) {
        following = true;
        var kept = chosen.size() < 2
                ? List.<Long>of()
                : chosen.stream().map(item -> item.summary().id()).toList();
        if (!list.getItems().equals(sidebar.rows())) {
            list.getItems().setAll(sidebar.rows());
        }
        Long shown = sidebar.selectedProperty().get();
        int index = -1;
        for (int i = 0; i < list.getItems().size() && shown != null; i++) {
            if (list.getItems().get(i) instanceof Item(var summary) && summary.id() == shown) {
                index = i;
            }
        }
        list.getSelectionModel().clearSelection();
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i) instanceof Item(var summary) && kept.contains(summary.id())) {
                list.getSelectionModel().select(i);
            }
        }
        if (index >= 0) {
            list.getSelectionModel().select(index);
        }
        isNew = shown != null && index < 0;
        markNewChat();
        following = false;
    }

    /** One entry at most is marked: the page's, or else the conversation's. */
    private void markNewChat() {
        newChat.pseudoClassStateChanged(CHOSEN, isNew && page == ShellView.Page.CHAT);
    }

    private static Button button(String key, String hintKey, Feather icon, Runnable action) {
        var button = new Button(Texts.of(key), Icons.of(icon));
        button.getStyleClass().addAll(Styles.FLAT, Styles.SIDEBAR_BUTTON);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(new Tooltip(Texts.of(hintKey)));
        button.setOnAction(_ -> action.run());
        return button;
    }
}

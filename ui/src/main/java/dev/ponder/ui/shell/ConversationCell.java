package dev.ponder.ui.shell;

import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.keeping.ConversationFiles;
import dev.ponder.ui.keeping.KeepingViewModel;
import dev.ponder.ui.shell.SidebarRow.Heading;
import dev.ponder.ui.shell.SidebarRow.Item;
import java.util.Objects;
import javafx.scene.AccessibleRole;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.ListCell;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A row of the list: a heading, a title, or the field in which a title is typed. */
final class ConversationCell extends ListCell<@Nullable SidebarRow> {

    private final SidebarViewModel sidebar;
    private final KeepingViewModel keeping;

    ConversationCell(SidebarViewModel sidebar, KeepingViewModel keeping) {
        this.sidebar = sidebar;
        this.keeping = keeping;
        setEditable(true);
        // as wide as the list, however long the title
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable SidebarRow row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().removeAll(Styles.CONVERSATION, Styles.CONVERSATION_HEADING);
        setGraphic(null);
        setContextMenu(null);
        setText(null);
        setDisable(false);
        switch (row) {
            case null -> setAccessibleText(null);
            case Heading(var text) -> {
                getStyleClass().add(Styles.CONVERSATION_HEADING);
                setText(text);
                setAccessibleText(text);
                setDisable(true);
            }
            case Item item -> showItem(item);
        }
    }

    private void showItem(Item item) {
        getStyleClass().add(Styles.CONVERSATION);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setAccessibleText(item.title());
        setText(item.title());
        setGraphic(item.summary().pinned() ? Icons.of(Feather.BOOKMARK) : null);
        setContextMenu(menu(item));
    }

    @Override
    public void startEdit() {
        if (!(getItem() instanceof Item item)) {
            return;
        }
        super.startEdit();
        if (!isEditing()) {
            return;
        }
        var field = new TextField(item.title());
        field.setId("rename");
        field.setAccessibleText(Texts.of("sidebar.rename.name"));
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                finish(item, field.getText());
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                cancelEdit();
                event.consume();
            }
        });
        field.focusedProperty().subscribe((before, now) -> {
            // a click elsewhere keeps what was typed
            if (before && !now && isEditing()) {
                finish(item, field.getText());
            }
        });
        setText(null);
        setGraphic(field);
        field.requestFocus();
        field.selectAll();
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        updateItem(getItem(), isEmpty());
        getListView().requestFocus();
    }

    private void finish(Item item, String title) {
        cancelEdit();
        if (!title.strip().equals(item.title())) {
            sidebar.rename(item.summary().id(), title);
        }
    }

    private Menu folders(Item item) {
        var menu = new Menu(Texts.of("sidebar.menu.move"), Icons.of(Feather.FOLDER));
        for (var folder : sidebar.folders()) {
            var into = new CheckMenuItem(folder.name());
            into.setMnemonicParsing(false);
            into.setSelected(Objects.equals(item.summary().folder(), folder.id()));
            into.setOnAction(_ -> keeping.move(item.summary().id(), into.isSelected() ? folder : null));
            menu.getItems().add(into);
        }
        var name = new TextField();
        name.setId("new-folder");
        name.setPromptText(Texts.of("sidebar.folder.prompt"));
        name.setAccessibleText(Texts.of("sidebar.folder.prompt"));
        var fresh = new CustomMenuItem(name, false);
        name.setOnAction(_ -> {
            keeping.move(item.summary().id(), name.getText());
            menu.getParentPopup().hide();
        });
        menu.getItems().add(fresh);
        return menu;
    }

    private Menu export(Item item) {
        var menu = new Menu(Texts.of("sidebar.menu.export"), Icons.of(Feather.DOWNLOAD));
        menu.getItems()
                .setAll(ConversationFiles.items(format -> ConversationFiles.save(
                        getScene().getWindow(),
                        item.title(),
                        format,
                        file -> keeping.export(item.summary().id(), format, file))));
        return menu;
    }

    private ContextMenu menu(Item item) {
        var rename = new MenuItem(Texts.of("sidebar.menu.rename"), Icons.of(Feather.EDIT_2));
        rename.setOnAction(_ -> getListView().edit(getIndex()));
        var pin = new MenuItem(
                Texts.of(item.summary().pinned() ? "sidebar.menu.unpin" : "sidebar.menu.pin"),
                Icons.of(Feather.BOOKMARK));
        pin.setOnAction(_ -> sidebar.togglePin(item));
        var delete = new MenuItem(Texts.of("sidebar.menu.delete"), Icons.of(Feather.TRASH_2));
        delete.setOnAction(_ -> sidebar.delete(item));
        return new ContextMenu(rename, pin, folders(item), export(item), delete);
    }
}

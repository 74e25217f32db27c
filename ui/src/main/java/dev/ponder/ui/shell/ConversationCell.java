package dev.ponder.ui.shell;

import dev.ponder.chat.Folder;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.keeping.ConversationFiles;
import dev.ponder.ui.keeping.KeepingViewModel;
import dev.ponder.ui.shell.SidebarRow.Heading;
import dev.ponder.ui.shell.SidebarRow.Item;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
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
import javafx.scene.input.MouseEvent;
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
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            // a heading is never the row that is shown
            if (getItem() instanceof Heading) {
                event.consume();
            }
        });
    }

    @Override
    protected void updateItem(@Nullable SidebarRow row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().removeAll(Styles.CONVERSATION, Styles.CONVERSATION_HEADING);
        setGraphic(null);
        setContextMenu(null);
        setText(null);
        switch (row) {
            case null -> setAccessibleText(null);
            case Heading heading -> showHeading(heading);
            case Item item -> showItem(item);
        }
    }

    private void showHeading(Heading heading) {
        getStyleClass().add(Styles.CONVERSATION_HEADING);
        setText(heading.text());
        setAccessibleText(heading.text());
        setContextMenu(heading.folder() == null ? null : menu(heading.folder()));
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
        switch (getItem()) {
            case Item item -> {
                super.startEdit();
                type(
                        item.title(),
                        "sidebar.rename.name",
                        title -> sidebar.rename(item.summary().id(), title));
            }
            case Heading(var text, Folder folder) -> {
                super.startEdit();
                type(text, "sidebar.folder.name", name -> keeping.rename(folder, name));
            }
            case null, default -> {}
        }
    }

    private void type(String before, String nameKey, Consumer<String> onTyped) {
        if (!isEditing()) {
            return;
        }
        var field = new TextField(before);
        field.setId("rename");
        field.setAccessibleText(Texts.of(nameKey));
        Runnable finish = () -> {
            cancelEdit();
            if (!field.getText().strip().equals(before)) {
                onTyped.accept(field.getText());
            }
        };
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                finish.run();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                cancelEdit();
                event.consume();
            }
        });
        field.focusedProperty().subscribe((had, has) -> {
            // a click elsewhere keeps what was typed
            if (had && !has && isEditing()) {
                finish.run();
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

    private List<Long> chosen(Item item) {
        return SidebarView.chosen(getListView(), item).stream()
                .map(each -> each.summary().id())
                .toList();
    }

    private Menu folders(Item item) {
        var menu = new Menu(Texts.of("sidebar.menu.move"), Icons.of(Feather.FOLDER));
        for (var folder : sidebar.folders()) {
            var into = new CheckMenuItem(folder.name());
            into.setMnemonicParsing(false);
            into.setSelected(Objects.equals(item.summary().folder(), folder.id()));
            into.setOnAction(_ -> keeping.move(chosen(item), into.isSelected() ? folder : null));
            menu.getItems().add(into);
        }
        var name = new TextField();
        name.setId("new-folder");
        name.setPromptText(Texts.of("sidebar.folder.prompt"));
        name.setAccessibleText(Texts.of("sidebar.folder.prompt"));
        var fresh = new CustomMenuItem(name, false);
        name.setOnAction(_ -> {
            keeping.move(chosen(item), name.getText());
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
                        file -> keeping.export(chosen(item), format, file))));
        return menu;
    }

    private ContextMenu menu(Folder folder) {
        var rename = new MenuItem(Texts.of("sidebar.menu.rename"), Icons.of(Feather.EDIT_2));
        rename.setOnAction(_ -> getListView().edit(getIndex()));
        var delete = new MenuItem(Texts.of("sidebar.folder.delete"), Icons.of(Feather.FOLDER_MINUS));
        delete.setOnAction(_ -> keeping.delete(folder));
        return new ContextMenu(rename, delete);
    }

    private ContextMenu menu(Item item) {
        var rename = new MenuItem(Texts.of("sidebar.menu.rename"), Icons.of(Feather.EDIT_2));
        rename.setOnAction(_ -> getListView().edit(getIndex()));
        var pin = new MenuItem(
                Texts.of(item.summary().pinned() ? "sidebar.menu.unpin" : "sidebar.menu.pin"),
                Icons.of(Feather.BOOKMARK));
        pin.setOnAction(_ -> sidebar.togglePin(item));
        var delete = new MenuItem(Texts.of("sidebar.menu.delete"), Icons.of(Feather.TRASH_2));
        delete.setOnAction(_ -> sidebar.delete(SidebarView.chosen(getListView(), item)));
        return new ContextMenu(rename, pin, folders(item), export(item), delete);
    }
}

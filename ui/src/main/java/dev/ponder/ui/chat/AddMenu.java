package dev.ponder.ui.chat;

import atlantafx.base.theme.Tweaks;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.Styles;
import java.io.File;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/** What can be added to a message: files, the form of the answer, instructions. */
final class AddMenu extends MenuButton {

    /**
     * Makes the menu.
     *
     * @param onSchema opens the editor of the answer's form
     * @param onInstructions opens the editor of instructions
     */
    AddMenu(ChatViewModel chat, Runnable onSchema, Runnable onInstructions) {
        super("", Icons.of(Feather.PLUS));
        setId("add");
        getStyleClass().addAll(Styles.ADD, Tweaks.NO_ARROW);
        setPopupSide(Side.TOP);
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip(Texts.of("writing.add.hint")));
        setAccessibleText(Texts.of("writing.add.hint"));
        getItems()
                .setAll(
                        item(Feather.PAPERCLIP, "writing.add.files", () -> choose(chat)),
                        item(Feather.CODE, "writing.add.schema", onSchema),
                        item(Feather.BOOK_OPEN, "writing.add.instructions", onInstructions));
    }

    private static MenuItem item(Feather icon, String key, Runnable action) {
        var item = new MenuItem(Texts.of(key), Icons.of(icon));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void choose(ChatViewModel chat) {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.of("writing.attach.title"));
        List<File> files = chooser.showOpenMultipleDialog(getScene().getWindow());
        if (files != null) {
            chat.attach(files.stream().map(File::toPath).toList());
        }
    }
}

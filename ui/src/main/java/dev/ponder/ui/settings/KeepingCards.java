package dev.ponder.ui.settings;

import dev.ponder.chat.ConversationSummary;
import dev.ponder.chat.TrashedBranch;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Dialogs;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.keeping.ConversationFiles;
import dev.ponder.ui.keeping.KeepingViewModel;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The groups of the settings page about conversations in files, and the trash. */
final class KeepingCards {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);

    private final KeepingViewModel keeping;
    private final Dialogs dialogs;
    private final Node days;
    private final VBox trash = new VBox();

    KeepingCards(KeepingViewModel keeping, Dialogs dialogs, Node days) {
        this.keeping = keeping;
        this.dialogs = dialogs;
        this.days = days;
        trash.getStyleClass().add(Styles.CARD);
        keeping.trash().addListener((ListChangeListener<ConversationSummary>) _ -> showTrash());
        keeping.branches().addListener((ListChangeListener<TrashedBranch>) _ -> showTrash());
        showTrash();
        keeping.refresh();
    }

    VBox all() {
        var heading = new Label(Texts.of("keeping.trash.heading"));
        heading.getStyleClass().add(Styles.HEADING);
        var trashGroup = new VBox(heading, trash);
        trashGroup.getStyleClass().add(Styles.CARD_GROUP);
        var all = new VBox(SettingsView.card("keeping.files.heading", exportAll(), importFile()), trashGroup);
        all.getStyleClass().add(Styles.PAGE_COLUMN);
        return all;
    }

    private Node exportAll() {
        var thoughts = new CheckBox(Texts.of("keeping.thoughts.label"));
        thoughts.setMinWidth(Region.USE_PREF_SIZE);
        thoughts.selectedProperty().bindBidirectional(keeping.thoughtsProperty());
        var export = new MenuButton(Texts.of("keeping.export.button"), Icons.of(Feather.DOWNLOAD));
        export.setId("export-all");
        export.setAccessibleText(Texts.of("keeping.export.button"));
        export.setMinWidth(Region.USE_PREF_SIZE);
        export.getItems()
                .setAll(ConversationFiles.items(format -> ConversationFiles.save(
                        export.getScene().getWindow(),
                        Texts.of("keeping.file.name"),
                        format,
                        file -> keeping.exportAll(format, file))));
        return SettingsView.row(Texts.of("keeping.export.title"), Texts.of("keeping.export.text"), thoughts, export);
    }

    private Node importFile() {
        var read = button("keeping.import.button", Feather.UPLOAD);
        read.setId("import-file");
        read.setOnAction(_ -> ConversationFiles.open(read.getScene().getWindow(), keeping::read));
        return SettingsView.row(Texts.of("keeping.import.title"), Texts.of("keeping.import.text"), read);
    }

    private void showTrash() {
        trash.getChildren().setAll(days);
        int things = keeping.trash().size() + keeping.branches().size();
        if (things == 0) {
            trash.getChildren().add(SettingsView.row(Texts.of("keeping.trash.none"), Texts.of("keeping.trash.text")));
        } else {
            var empty = button("keeping.trash.empty", Feather.TRASH_2);
            empty.getStyleClass().addAll(Styles.OUTLINED, Styles.DANGER);
            empty.setOnAction(_ -> dialogs.confirm(
                    empty.getScene().getWindow(),
                    Texts.of("keeping.trash.question"),
                    Texts.of("keeping.trash.explanation", things),
                    Texts.of("keeping.trash.confirm"),
                    keeping::emptyTrash));
            trash.getChildren()
                    .add(SettingsView.row(
                            Texts.of("keeping.trash.count", things), Texts.of("keeping.trash.text"), empty));
            keeping.trash().forEach(summary -> trash.getChildren().add(trashed(summary)));
            keeping.branches().forEach(branch -> trash.getChildren().add(trashed(branch)));
        }
        SettingsView.separate(trash);
    }

    private Node trashed(ConversationSummary summary) {
        var title = summary.title().isEmpty() ? summary.opening() : summary.title();
        var day = day(Objects.requireNonNull(summary.trashed()));
        return row(
                title,
                Texts.of("keeping.trash.day", day),
                () -> keeping.restore(summary.id()),
                () -> keeping.remove(summary.id()));
    }

    private Node trashed(TrashedBranch branch) {
        var about = branch.title().isEmpty()
                ? Texts.of("keeping.trash.version", branch.messages(), day(branch.trashed()))
                : Texts.of("keeping.trash.versionof", branch.messages(), day(branch.trashed()), branch.title());
        var opening = branch.opening().isEmpty() ? Texts.of("keeping.trash.untitled") : branch.opening();
        return row(opening, about, () -> keeping.restore(branch), () -> keeping.remove(branch));
    }

    private static String day(Instant moment) {
        return DAY.format(moment.atZone(ZoneId.systemDefault()));
    }

    private static Node row(String title, String about, Runnable onRestore, Runnable onRemove) {
        var restore = button("keeping.restore.button", Feather.ROTATE_CCW);
        restore.setAccessibleText(Texts.of("keeping.restore.name", title));
        restore.setOnAction(_ -> onRestore.run());
        var remove = Icons.button(Feather.X, Texts.of("keeping.remove.button"), onRemove);
        remove.setAccessibleText(Texts.of("keeping.remove.name", title));
        return SettingsView.row(title, about, restore, remove);
    }

    private static Button button(String key, Feather icon) {
        var button = new Button(Texts.of(key), Icons.of(icon));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}

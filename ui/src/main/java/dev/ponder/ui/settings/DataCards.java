package dev.ponder.ui.settings;

import dev.ponder.resources.Texts;
import dev.ponder.store.Backup;
import dev.ponder.ui.common.Dialogs;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.WrappedText;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The groups of the settings page about data, problems and Ponder itself. */
final class DataCards {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);
    private static final double MEGABYTE = 1_000_000;

    private final SettingsViewModel settings;
    private final Dialogs dialogs;
    private final VBox backups = new VBox();

    DataCards(SettingsViewModel settings, Dialogs dialogs) {
        this.settings = settings;
        this.dialogs = dialogs;
        backups.getStyleClass().add(Styles.CARD);
        settings.backups().addListener((ListChangeListener<Backup>) _ -> showBackups());
        showBackups();
    }

    VBox all() {
        var heading = new Label(Texts.of("settings.backups.heading"));
        heading.getStyleClass().add(Styles.HEADING);
        var backupGroup = new VBox(heading, backups);
        backupGroup.getStyleClass().add(Styles.CARD_GROUP);
        var all = new VBox(
                SettingsView.card("settings.data.heading", folder(), report(), delete()), backupGroup, about());
        all.getStyleClass().add(Styles.PAGE_COLUMN);
        return all;
    }

    private Node folder() {
        var open = button("settings.folder.open", Feather.FOLDER);
        open.setOnAction(_ -> settings.openFolder());
        return SettingsView.row(Texts.of("settings.folder.title"), settings.folder(), open);
    }

    private Node report() {
        var write = button("settings.report.write", Feather.FILE_TEXT);
        write.setOnAction(_ -> settings.writeProblemReport());
        return SettingsView.row(Texts.of("settings.report.title"), Texts.of("settings.report.text"), write);
    }

    private Node delete() {
        var delete = button("settings.delete.button", Feather.TRASH_2);
        delete.setId("delete-everything");
        delete.getStyleClass().addAll(Styles.OUTLINED, Styles.DANGER);
        delete.setOnAction(_ -> dialogs.confirmByTyping(
                delete.getScene().getWindow(),
                Texts.of("settings.delete.question"),
                Texts.of("settings.delete.explanation"),
                Texts.of("settings.delete.word"),
                Texts.of("settings.delete.confirm"),
                settings::deleteEverything));
        return SettingsView.row(Texts.of("settings.delete.title"), Texts.of("settings.delete.text"), delete);
    }

    private void showBackups() {
        backups.getChildren().clear();
        if (settings.backups().isEmpty()) {
            backups.getChildren()
                    .add(SettingsView.row(Texts.of("settings.backups.none"), Texts.of("settings.backups.nonetext")));
        }
        settings.backups().forEach(backup -> backups.getChildren().add(backupRow(backup)));
        SettingsView.separate(backups);
    }

    private Node backupRow(Backup backup) {
        var restore = button("settings.restore.button", Feather.ROTATE_CCW);
        var day = DAY.format(backup.day());
        restore.setAccessibleText(Texts.of("settings.restore.name", day));
        restore.setOnAction(_ -> dialogs.confirm(
                restore.getScene().getWindow(),
                Texts.of("settings.restore.question", day),
                Texts.of("settings.restore.explanation"),
                Texts.of("settings.restore.confirm"),
                () -> settings.restore(backup)));
        var kind =
                switch (backup.kind()) {
                    case DAILY -> Texts.of("settings.backups.daily", backup.bytes() / MEGABYTE);
                    case BEFORE_MIGRATION -> Texts.of("settings.backups.migration", backup.bytes() / MEGABYTE);
                };
        return SettingsView.row(day, kind, restore);
    }

    private Node about() {
        var about = settings.about();
        var rows = new VBox();
        rows.getStyleClass().add(Styles.SETTING_ROW);
        rows.getChildren().add(new Label(Texts.of("settings.about.version", about.version())));
        for (var part : about.parts()) {
            rows.getChildren().add(new WrappedText(part, Styles.MUTED, Styles.SMALL));
        }
        var licences = button("settings.folder.open", Feather.FOLDER);
        licences.setAccessibleText(Texts.of("settings.about.licences"));
        licences.setOnAction(_ -> settings.openLicences());
        return SettingsView.card(
                "settings.about.heading",
                rows,
                SettingsView.row(
                        Texts.of("settings.about.licences"), Texts.of("settings.about.licencetext"), licences));
    }

    private static Button button(String key, Feather icon) {
        var button = new Button(Texts.of(key), Icons.of(icon));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}

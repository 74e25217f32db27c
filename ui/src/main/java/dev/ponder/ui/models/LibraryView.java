package dev.ponder.ui.models;

import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Dialogs;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.WrappedText;
import dev.ponder.ui.models.LibraryService.Held;
import dev.ponder.ui.models.LibraryService.Shelf;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The models on this computer: their folder, each of them, how more come in, and what other programs have. */
final class LibraryView extends VBox {

    private final LibraryViewModel library;
    private final Dialogs dialogs;
    private final ZoneId zone;
    private final VBox models = new VBox();
    private final VBox folder = new VBox();
    private final VBox work = new VBox();
    private final Map<String, HeldView> views = new HashMap<>();

    LibraryView(LibraryViewModel library, Dialogs dialogs, ZoneId zone) {
        this.library = library;
        this.dialogs = dialogs;
        this.zone = zone;
        getStyleClass().add(Styles.PAGE_COLUMN);
        models.getStyleClass().addAll(Styles.CARD, Styles.OFFERS);
        folder.getStyleClass().add(Styles.CARD);
        work.getStyleClass().add(Styles.CARD);
        getChildren()
                .addAll(
                        work,
                        group("library.models.heading", models),
                        new ImportView(library),
                        new OthersView(library),
                        group("library.folder.heading", folder));
        library.shelfProperty().subscribe(this::show);
        library.workProperty().subscribe(this::show);
        library.openProperty().subscribe(this::onOpen);
        library.inUseProperty().subscribe(_ -> show(library.shelfProperty().get()));
    }

    private static Node group(String heading, VBox card) {
        var group = new VBox(Chips.heading(Texts.of(heading)), card);
        group.getStyleClass().add(Styles.CARD_GROUP);
        return group;
    }

    private void show(@Nullable Shelf shelf) {
        if (shelf == null) {
            return;
        }
        views.clear();
        models.getChildren().clear();
        for (var held : shelf.models()) {
            var view = new HeldView(held, library, dialogs, zone);
            view.setOpen(held.model().id().equals(library.openProperty().get()));
            views.put(held.model().id(), view);
            models.getChildren().add(view);
        }
        for (var lost : shelf.lost()) {
            var text = new WrappedText(Texts.of("library.models.lost", lost), Styles.MUTED, Styles.SMALL);
            text.getStyleClass().add(Styles.NOTHING);
            models.getChildren().add(text);
        }
        if (shelf.models().stream().allMatch(LibraryView::isDemo)) {
            models.getChildren().add(nothing());
        }
        models.getChildren().stream().skip(1).forEach(row -> row.getStyleClass().add(Styles.SETTING_ROW_BELOW));
        folder.getChildren().setAll(folderRow(shelf));
    }

    private static boolean isDemo(Held held) {
        return held.model().origin() instanceof dev.ponder.models.InstalledModel.Origin.Demo;
    }

    private static Node nothing() {
        var text = new WrappedText(Texts.of("library.models.none"), Styles.MUTED);
        text.getStyleClass().add(Styles.NOTHING);
        return text;
    }

    private Node folderRow(Shelf shelf) {
        var path = new WrappedText(shelf.folder().toString());
        var about = new WrappedText(
                Texts.of(shelf.isMissing() ? "library.folder.missing" : "library.folder.text"),
                shelf.isMissing() ? Styles.FIELD_ERROR : Styles.MUTED,
                Styles.SMALL);
        var texts = new VBox(path, about);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var open = Chips.button(Texts.of("library.folder.open"), Feather.FOLDER, library::openFolder);
        open.setDisable(shelf.isMissing());
        var change = Chips.button(Texts.of("library.folder.change"), Feather.EDIT_2, () -> chooseFolder(shelf));
        var row = new HBox(texts, open, change);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add(Styles.SETTING_ROW);
        return row;
    }

    private void chooseFolder(Shelf shelf) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(Texts.of("library.folder.choose"));
        if (!shelf.isMissing()) {
            chooser.setInitialDirectory(shelf.folder().toFile());
        }
        var chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            library.useFolder(chosen.toPath());
        }
    }

    private void show(LibraryViewModel.@Nullable Work now) {
        work.setVisible(now != null);
        work.setManaged(now != null);
        if (now == null) {
            work.getChildren().clear();
        } else if (work.getChildren().isEmpty()) {
            var bar = new ProgressBar(now.fraction());
            bar.setId("library-progress");
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.setAccessibleText(now.text());
            var texts = new VBox(new WrappedText(now.text()), bar);
            texts.getStyleClass().add(Styles.DOWNLOAD);
            HBox.setHgrow(texts, Priority.ALWAYS);
            var stop = Icons.button(Feather.X, Texts.of("library.work.stop"), library::stop);
            var row = new HBox(texts, stop);
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add(Styles.SETTING_ROW);
            work.getChildren().setAll(row);
        } else if (work.lookup("#library-progress") instanceof ProgressBar bar) {
            bar.setProgress(now.fraction());
        }
    }

    private void onOpen(@Nullable String before, @Nullable String now) {
        for (var id : new @Nullable String[] {before, now}) {
            var view = views.get(id);
            if (view != null) {
                view.setOpen(id != null && id.equals(now));
            }
        }
    }
}

package dev.ponder.ui.models;

import dev.ponder.models.adoption.Adoptable;
import dev.ponder.models.adoption.AdoptionSearch.Found;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.WrappedText;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What LM Studio, Ollama, Jan and Hugging Face's cache have, to be used where it lies. */
final class OthersView extends VBox {

    private final LibraryViewModel library;
    private final VBox card = new VBox();

    OthersView(LibraryViewModel library) {
        this.library = library;
        getStyleClass().add(Styles.CARD_GROUP);
        card.getStyleClass().add(Styles.CARD);
        getChildren().addAll(Chips.heading(Texts.of("library.others.heading")), card);
        library.othersProperty().subscribe(this::show);
    }

    private void show(@Nullable Found found) {
        card.getChildren().clear();
        if (found == null || found.models().isEmpty()) {
            card.getChildren().add(nothing());
        } else {
            found.models().forEach(model -> card.getChildren().add(row(model)));
        }
        if (found != null) {
            found.unreadable().forEach(text -> card.getChildren().add(line(text)));
        }
        card.getChildren().stream().skip(1).forEach(row -> row.getStyleClass().add(Styles.SETTING_ROW_BELOW));
    }

    private Node nothing() {
        var text = Chips.beside(Texts.of("library.others.none"));
        var again = Chips.button(Texts.of("library.others.again"), Feather.REFRESH_CW, library::searchOthers);
        var row = new HBox(text, again);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add(Styles.SETTING_ROW);
        return row;
    }

    private static Node line(String text) {
        var line = new WrappedText(text, Styles.MUTED, Styles.SMALL);
        line.getStyleClass().add(Styles.SETTING_ROW);
        return line;
    }

    private Node row(Adoptable model) {
        var name = Chips.heading(model.name());
        name.setTooltip(new Tooltip(model.file().toString()));
        name.setMinWidth(0);
        var about = Texts.of("library.others.about", model.owner(), Sizes.bytes(model.bytes()));
        var note = model.known()
                .map(known -> Texts.of(
                        "library.others.known",
                        known.model().name(),
                        known.file().quantisation()))
                .orElseGet(() -> model.isQwen3() ? "" : Texts.of("library.others.foreign", model.architecture()));
        var texts = new VBox(name, Chips.small(note.isEmpty() ? about : Texts.of("library.others.note", about, note)));
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var adopt = Chips.button(Texts.of("library.others.adopt"), Feather.LINK, () -> library.adopt(model));
        adopt.setAccessibleText(Texts.of("library.others.name", model.name(), model.owner()));
        var row = new HBox(texts, adopt);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add(Styles.SETTING_ROW);
        return row;
    }
}

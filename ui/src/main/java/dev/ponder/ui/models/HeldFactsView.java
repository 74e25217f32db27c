package dev.ponder.ui.models;

import dev.ponder.models.FileRecord;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.WrappedText;
import dev.ponder.ui.models.LibraryService.Facts;
import dev.ponder.ui.models.LibraryService.Held;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.geometry.VPos;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Everything that is known of a model: what its file says, its hash, and the memory it takes. */
final class HeldFactsView extends HBox {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);

    private final GridPane grid = new GridPane();

    HeldFactsView(Held held, ZoneId zone) {
        getStyleClass().addAll(Styles.OFFER_DETAILS, Styles.HELD_FACTS);
        grid.getStyleClass().add(Styles.FACTS_GRID);
        var names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, values);
        held.facts().ifPresent(this::add);
        add("library.facts.file", held.model().file().toString());
        held.record()
                .ifPresentOrElse(
                        record -> add(record, zone),
                        () -> add("library.facts.hash", Texts.of("library.facts.unverified")));
        grid.setMinWidth(0);
        HBox.setHgrow(grid, Priority.ALWAYS);
        getChildren().add(grid);
        held.fit().ifPresent(fit -> {
            var title = Chips.small(
                    Texts.of("library.facts.memory", Sizes.tokens(fit.plan().contextSize())));
            var memory = new VBox(title, new ArithmeticView(fit.need()));
            memory.getStyleClass().add(Styles.HELD_MEMORY);
            getChildren().add(memory);
        });
    }

    private void add(Facts facts) {
        add("library.facts.title", facts.title());
        add("library.facts.architecture", facts.architecture());
        add("library.facts.weights", Sizes.parameters(facts.parameters()));
        add("library.facts.context", Sizes.tokens(facts.context()));
        add("library.facts.licence", facts.licence().isEmpty() ? Texts.of("library.facts.silent") : facts.licence());
    }

    private void add(FileRecord record, ZoneId zone) {
        record.source().ifPresent(source -> add("library.facts.source", source));
        add("library.facts.hash", record.sha256().hex());
        var basis =
                switch (record.basis()) {
                    case CATALOG -> Texts.of("library.basis.catalog");
                    case SERVER -> Texts.of("library.basis.server");
                    case COMPUTED -> Texts.of("library.basis.computed");
                };
        add(
                "library.facts.verified",
                Texts.of("library.facts.when", WHEN.format(record.verified().atZone(zone)), basis));
    }

    private void add(String key, String value) {
        var text = new WrappedText(value, Styles.SMALL);
        text.setMinWidth(0);
        var name = Chips.small(Texts.of(key));
        GridPane.setValignment(name, VPos.TOP);
        grid.addRow(grid.getRowCount(), name, text);
    }
}

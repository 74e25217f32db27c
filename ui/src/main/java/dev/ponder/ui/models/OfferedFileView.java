package dev.ponder.ui.models;

import dev.ponder.models.catalog.CatalogFile;
import dev.ponder.models.catalog.QualityCost;
import dev.ponder.models.catalog.QuantisationNote;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.WrappedText;
import dev.ponder.ui.models.CatalogService.OfferedFile;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A file of a model: how its weights are stored, whether it fits, and the button that fetches it. */
final class OfferedFileView extends HBox {

    OfferedFileView(OfferedFile offered, CatalogViewModel catalog, QueueViewModel queue) {
        getStyleClass().add(Styles.OFFERED_FILE);
        setAlignment(Pos.CENTER_LEFT);
        var file = offered.choice().file();
        var texts = new VBox(title(offered));
        offered.note()
                .map(QuantisationNote::inWords)
                .ifPresent(words -> texts.getChildren().add(new WrappedText(words, Styles.MUTED, Styles.SMALL)));
        file.note().ifPresent(note -> texts.getChildren().add(new WrappedText(note, Styles.MUTED, Styles.SMALL)));
        texts.getChildren().add(state(offered));
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        getChildren().addAll(texts, new FetchButton(catalog, queue, offered, false));
    }

    private static Node title(OfferedFile offered) {
        var file = offered.choice().file();
        var title = new HBox(Chips.heading(file.quantisation()), new Label(Sizes.bytes(file.bytes())));
        title.setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add(Styles.OFFER_TITLE);
        offered.note()
                .filter(note -> note.cost() == QualityCost.NOTICEABLE)
                .ifPresent(_ -> title.getChildren().add(Chips.chip(Texts.of("catalog.file.noticeable"))));
        if (file.parts().size() > 1) {
            title.getChildren()
                    .add(Chips.small(Texts.of("catalog.file.parts", file.parts().size())));
        }
        return title;
    }

    private static Node state(OfferedFile offered) {
        var name =
                offered.choice().model().name() + " " + offered.choice().file().quantisation();
        var state = new FlowPane();
        state.getStyleClass().add(Styles.FACTS);
        offered.fit().ifPresent(fit -> state.getChildren().add(new FitMark(fit, offered.speed(), name)));
        offered.speed()
                .filter(_ -> offered.fits())
                .ifPresent(speed -> state.getChildren().add(Chips.small(FitWords.speed(speed))));
        state.getChildren().add(pinned(offered.choice().file()));
        return state;
    }

    private static Node pinned(CatalogFile file) {
        var pinned = Chips.small(Texts.of(file.isPinned() ? "catalog.file.pinned" : "catalog.file.server"));
        pinned.setGraphic(Icons.of(file.isPinned() ? Feather.SHIELD : Feather.CLOUD));
        pinned.setTooltip(
                new Tooltip(Texts.of(file.isPinned() ? "catalog.file.pinnedhint" : "catalog.file.serverhint")));
        return pinned;
    }
}

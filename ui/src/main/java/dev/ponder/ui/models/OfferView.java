package dev.ponder.ui.models;

import dev.ponder.models.catalog.CatalogModel;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.WrappedText;
import dev.ponder.ui.models.CatalogService.Offer;
import dev.ponder.ui.models.CatalogService.OfferedFile;
import java.util.ArrayList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A model of the catalog; a click shows its files. */
final class OfferView extends VBox {

    private final Offer offer;
    private final CatalogViewModel catalog;
    private final QueueViewModel queue;

    OfferView(Offer offer, CatalogViewModel catalog, QueueViewModel queue) {
        this.offer = offer;
        this.catalog = catalog;
        this.queue = queue;
        getStyleClass().add(Styles.OFFER);
    }

    /** Shows the files, or only what the model is. */
    void setOpen(boolean open) {
        boolean focused = isFocusWithin();
        var head = head(open);
        getChildren().setAll(head);
        if (focused) {
            head.getChildrenUnmodifiable().getLast().requestFocus();
        }
        if (open) {
            getChildren().add(details());
        }
    }

    private HBox head(boolean open) {
        var model = offer.model();
        var title = new HBox(Chips.heading(model.name()), Chips.chip(Chips.kind(offer)));
        title.setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add(Styles.OFFER_TITLE);
        var texts = new VBox(title, new WrappedText(model.goodFor(), Styles.MUTED, Styles.SMALL));
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var state = new VBox();
        state.setAlignment(Pos.CENTER_RIGHT);
        state.setMinWidth(USE_PREF_SIZE);
        offer.usual()
                .ifPresentOrElse(
                        usual -> addState(state, usual),
                        () -> state.getChildren().add(Chips.small(needs(model))));
        var chevron = Icons.button(
                open ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN,
                Texts.of(open ? "catalog.offer.close" : "catalog.offer.open", model.name()),
                () -> catalog.toggle(model.id()));
        chevron.setOnMouseClicked(MouseEvent::consume);
        var line = new HBox(texts, state, chevron);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add(Styles.OFFER_HEAD);
        // the whole line for the mouse, the button for the keyboard
        line.setOnMouseClicked(_ -> catalog.toggle(model.id()));
        return line;
    }

    private static void addState(VBox state, OfferedFile usual) {
        usual.fit().ifPresent(fit -> {
            var mark = FitMark.plain(fit);
            mark.setAlignment(Pos.CENTER_RIGHT);
            state.getChildren().add(mark);
        });
        var file = usual.choice().file();
        state.getChildren()
                .add(Chips.small(Texts.of(
                        usual.installed().isPresent() ? "catalog.offer.here" : "catalog.offer.file",
                        file.quantisation(),
                        Sizes.bytes(file.bytes()))));
    }

    private static String needs(CatalogModel model) {
        return model.needs().isPresent()
                ? Texts.of("catalog.offer.needs", Sizes.bytes(model.needs().getAsLong()))
                : Texts.of("catalog.offer.unlisted");
    }

    private Node details() {
        var details = new VBox(facts());
        details.getStyleClass().add(Styles.OFFER_DETAILS);
        var model = offer.model();
        if (model.isMixture()) {
            details.getChildren()
                    .add(new WrappedText(Texts.of(
                            "catalog.offer.mixture",
                            Sizes.parameters(model.size().active()),
                            Sizes.parameters(model.size().parameters()))));
        }
        if (offer.files().isEmpty()) {
            details.getChildren().add(new WrappedText(Texts.of("catalog.offer.nofiles")));
        }
        offer.files().forEach(file -> details.getChildren().add(new OfferedFileView(file, catalog, queue)));
        return details;
    }

    private Node facts() {
        var model = offer.model();
        var facts = new ArrayList<Node>();
        facts.add(Chips.small(
                Texts.of("catalog.facts.weights", Sizes.parameters(model.size().parameters()))));
        facts.add(Chips.small(
                model.stretchedContext().isPresent()
                        ? Texts.of(
                                "catalog.facts.stretched",
                                Sizes.tokens(model.context()),
                                Sizes.tokens(model.stretchedContext().get()))
                        : Texts.of("catalog.facts.context", Sizes.tokens(model.context()))));
        facts.add(Chips.small(Texts.of("catalog.facts.licence", model.licence())));
        var pane = new FlowPane();
        pane.getChildren().setAll(facts);
        pane.getStyleClass().add(Styles.FACTS);
        return pane;
    }
}

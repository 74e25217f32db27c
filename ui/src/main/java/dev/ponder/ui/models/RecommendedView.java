package dev.ponder.ui.models;

import dev.ponder.models.fit.Recommendation;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.WrappedText;
import dev.ponder.ui.models.CatalogService.OfferedFile;
import dev.ponder.ui.models.CatalogService.Offers;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The model that suits this computer, and up to two others beside it. */
final class RecommendedView extends VBox {

    private static final double WHOLE = 100;

    private final CatalogViewModel catalog;
    private final QueueViewModel queue;

    RecommendedView(CatalogViewModel catalog, QueueViewModel queue) {
        this.catalog = catalog;
        this.queue = queue;
        getStyleClass().add(Styles.CARD_GROUP);
        catalog.offersProperty().subscribe(offers -> {
            if (offers == null) {
                show(Texts.of("catalog.recommended.looking"));
            } else {
                show(offers);
            }
        });
    }

    private void show(String instead) {
        var box = new VBox(new WrappedText(instead, Styles.MUTED));
        box.getStyleClass().addAll(Styles.CARD, Styles.HERO);
        getChildren().setAll(Chips.heading(Texts.of("catalog.recommended.heading")), box);
    }

    private void show(Offers offers) {
        if (offers.recommended().isEmpty()) {
            show(Texts.of("catalog.recommended.none"));
            return;
        }
        var machine = new WrappedText(FitWords.machine(offers.machine()), Styles.MUTED, Styles.SMALL);
        var heading = new VBox(Chips.heading(Texts.of("catalog.recommended.heading")), machine);
        var all = offers.recommended();
        getChildren().setAll(heading, card(offers, all.getFirst(), true));
        if (all.size() > 1) {
            var others = new GridPane();
            others.getStyleClass().add(Styles.HERO_OTHERS);
            for (int i = 1; i < all.size(); i++) {
                var column = new ColumnConstraints();
                column.setPercentWidth(WHOLE / (all.size() - 1));
                others.getColumnConstraints().add(column);
                others.add(card(offers, all.get(i), false), i - 1, 0);
            }
            getChildren().add(others);
        }
    }

    private Region card(Offers offers, Recommendation recommendation, boolean first) {
        var choice = recommendation.choice();
        var reason = Chips.small(reason(recommendation));
        var name = Chips.heading(choice.model().name());
        if (first) {
            name.getStyleClass().setAll("label", Styles.TITLE);
        }
        var good = new WrappedText(choice.model().goodFor(), Styles.MUTED);
        var facts = new FlowPane(
                new FitMark(
                        recommendation.fit(),
                        Optional.of(recommendation.speed()),
                        choice.model().name()),
                Chips.small(FitWords.speed(recommendation.speed())),
                Chips.small(Texts.of(
                        "catalog.recommended.file",
                        choice.file().quantisation(),
                        Sizes.bytes(choice.file().bytes()))));
        facts.getStyleClass().add(Styles.FACTS);
        var texts = new VBox(reason, name, good, facts);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var fetch = new FetchButton(catalog, queue, offered(offers, recommendation), first);
        Region card = first ? wide(texts, fetch) : tall(texts, fetch);
        card.getStyleClass().addAll(Styles.CARD, first ? Styles.HERO : Styles.HERO_OTHER);
        return card;
    }

    private static Region wide(Node texts, Node fetch) {
        var card = new HBox(texts, fetch);
        card.setAlignment(Pos.CENTER_LEFT);
        return card;
    }

    private static Region tall(Node texts, Node fetch) {
        VBox.setVgrow(texts, Priority.ALWAYS);
        var foot = new HBox(fetch);
        var card = new VBox(texts, foot);
        card.setMinWidth(0);
        card.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return card;
    }

    private static OfferedFile offered(Offers offers, Recommendation recommendation) {
        return offers.models().stream()
                .flatMap(offer -> offer.files().stream())
                .filter(file -> file.choice().equals(recommendation.choice()))
                .findFirst()
                .orElseGet(() -> new OfferedFile(
                        recommendation.choice(),
                        Optional.empty(),
                        Optional.of(recommendation.fit()),
                        Optional.of(recommendation.speed()),
                        Optional.empty()));
    }

    private static String reason(Recommendation recommendation) {
        return switch (recommendation.reason()) {
            case BEST -> Texts.of("catalog.reason.best");
            case QUICKER -> Texts.of("catalog.reason.quicker");
            case PATIENT -> Texts.of("catalog.reason.patient");
        };
    }
}

package dev.ponder.ui.models;

import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Segments;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.models.CatalogService.Offer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What can be fetched: what suits this computer, the whole catalog with filters, and any other repository. */
final class CatalogView extends VBox {

    private final CatalogViewModel catalog;
    private final QueueViewModel queue;
    private final VBox list = new VBox();
    private final Map<String, OfferView> views = new HashMap<>();

    CatalogView(CatalogViewModel catalog, RepositoryViewModel repository, QueueViewModel queue) {
        this.catalog = catalog;
        this.queue = queue;
        getStyleClass().add(Styles.PAGE_COLUMN);
        list.getStyleClass().addAll(Styles.CARD, Styles.OFFERS);
        var all = new VBox(Chips.heading(Texts.of("catalog.all.heading")), filters(), list);
        all.getStyleClass().add(Styles.CARD_GROUP);
        getChildren().addAll(new RecommendedView(catalog, queue), all, new RepositoryView(repository));
        catalog.shown().addListener((ListChangeListener<Offer>) _ -> rebuild());
        catalog.openProperty().subscribe(this::onOpen);
        rebuild();
    }

    private Node filters() {
        var words = new TextField();
        words.setId("catalog-words");
        words.setPromptText(Texts.of("catalog.filter.prompt"));
        words.setAccessibleText(Texts.of("catalog.filter.prompt"));
        words.textProperty().bindBidirectional(catalog.wordsProperty());
        HBox.setHgrow(words, Priority.ALWAYS);
        var fitting = new CheckBox(Texts.of("catalog.filter.fits"));
        fitting.setId("catalog-fitting");
        fitting.setMinWidth(USE_PREF_SIZE);
        fitting.selectedProperty().bindBidirectional(catalog.fittingProperty());
        var first = new HBox(words, fitting);
        first.setAlignment(Pos.CENTER_LEFT);
        var kind =
                new Segments<>(List.of(ModelFilter.Kind.values()), CatalogView::text, Texts.of("catalog.filter.kind"));
        kind.valueProperty().bindBidirectional(catalog.kindProperty());
        var size =
                new Segments<>(List.of(ModelFilter.Size.values()), CatalogView::text, Texts.of("catalog.filter.size"));
        size.valueProperty().bindBidirectional(catalog.sizeProperty());
        var filters = new VBox(first, new FlowPane(kind, size));
        filters.getStyleClass().add(Styles.FILTERS);
        return filters;
    }

    private void rebuild() {
        views.clear();
        list.getChildren().clear();
        for (var offer : catalog.shown()) {
            var view = new OfferView(offer, catalog, queue);
            view.setOpen(offer.model().id().equals(catalog.openProperty().get()));
            views.put(offer.model().id(), view);
            list.getChildren().add(view);
        }
        if (catalog.shown().isEmpty() && catalog.offersProperty().get() != null) {
            list.getChildren().add(nothing());
        }
        list.getChildren().stream().skip(1).forEach(view -> view.getStyleClass().add(Styles.SETTING_ROW_BELOW));
    }

    private Node nothing() {
        var clear = new Button(Texts.of("catalog.filter.clear"));
        clear.setOnAction(_ -> catalog.clearFilters());
        clear.setMinWidth(USE_PREF_SIZE);
        var text = Chips.beside(Texts.of("catalog.filter.nothing"));
        var box = new HBox(text, clear);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add(Styles.NOTHING);
        return box;
    }

    private void onOpen(@Nullable String before, @Nullable String now) {
        for (var id : new @Nullable String[] {before, now}) {
            var view = views.get(id);
            if (view != null) {
                view.setOpen(id != null && id.equals(now));
            }
        }
    }

    private static String text(ModelFilter.Kind kind) {
        return switch (kind) {
            case ALL -> Texts.of("catalog.kind.all");
            case HYBRID -> Texts.of("catalog.kind.hybrid");
            case INSTRUCT -> Texts.of("catalog.kind.instruct");
            case THINKING -> Texts.of("catalog.kind.thinking");
            case CODER -> Texts.of("catalog.kind.coder");
        };
    }

    private static String text(ModelFilter.Size size) {
        return switch (size) {
            case ALL -> Texts.of("catalog.size.all");
            case SMALL -> Texts.of("catalog.size.small");
            case MEDIUM -> Texts.of("catalog.size.medium");
            case LARGE -> Texts.of("catalog.size.large");
        };
    }
}

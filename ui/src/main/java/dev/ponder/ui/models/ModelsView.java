package dev.ponder.ui.models;

import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.Segments;
import dev.ponder.ui.common.Styles;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The page about models, in four parts. */
public final class ModelsView extends VBox {

    private final ModelsPage page;
    private final Segments<ModelsPage.Part> parts;

    /**
     * Makes the view.
     *
     * @param onClose goes back to the conversation
     */
    public ModelsView(ModelsPage page, Parts views, Runnable onClose) {
        this.page = page;
        getStyleClass().add(Styles.PAGE);
        parts = new Segments<>(List.of(ModelsPage.Part.values()), ModelsView::text, Texts.of("modelspage.parts.name"));
        parts.setId("models-parts");
        parts.valueProperty().bindBidirectional(page.partProperty());
        var body = new StackPane(
                scrolled(views.catalog(), ModelsPage.Part.CATALOG),
                scrolled(views.library(), ModelsPage.Part.LIBRARY),
                scrolled(views.queue(), ModelsPage.Part.QUEUE),
                shownIn(views.connections(), ModelsPage.Part.CONNECTIONS));
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        getChildren().addAll(header(onClose), body);
    }

    /**
     * The page's parts.
     *
     * @param catalog what can be fetched
     * @param library what is here
     * @param queue what is being fetched
     * @param connections every connection
     */
    public record Parts(Region catalog, Region library, Region queue, Region connections) {}

    private Node header(Runnable onClose) {
        var back = Icons.button(Feather.ARROW_LEFT, Texts.of("modelspage.header.back"), onClose);
        back.setId("close-models");
        var title = new Label(Texts.of("modelspage.header.title"));
        title.getStyleClass().add(Styles.TITLE);
        title.setMinWidth(USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var header = new HBox(back, title, space, summary(), parts);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add(Styles.PAGE_HEADER);
        return header;
    }

    /** What is being fetched, while something is. */
    private Node summary() {
        var summary = new Button();
        summary.setId("queue-summary");
        summary.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        summary.setGraphic(Icons.of(Feather.DOWNLOAD));
        summary.textProperty().bind(page.queue().summaryProperty());
        summary.visibleProperty().bind(page.queue().summaryProperty().isNotEmpty());
        summary.managedProperty().bind(summary.visibleProperty());
        summary.setMinWidth(0);
        summary.setOnAction(_ -> page.partProperty().set(ModelsPage.Part.QUEUE));
        return summary;
    }

    private Node scrolled(Region content, ModelsPage.Part part) {
        var holder = new StackPane(content);
        holder.setAlignment(Pos.TOP_CENTER);
        var scroll = new ScrollPane(holder);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        return shownIn(scroll, part);
    }

    private Node shownIn(Node node, ModelsPage.Part part) {
        ObjectProperty<ModelsPage.Part> shown = page.partProperty();
        node.visibleProperty().bind(shown.isEqualTo(part));
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }

    private static String text(ModelsPage.Part part) {
        return switch (part) {
            case CATALOG -> Texts.of("modelspage.part.catalog");
            case LIBRARY -> Texts.of("modelspage.part.library");
            case QUEUE -> Texts.of("modelspage.part.queue");
            case CONNECTIONS -> Texts.of("modelspage.part.connections");
        };
    }
}

package dev.ponder.ui.models;

import dev.ponder.downloads.Hub;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.models.CatalogService.OfferedFile;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** Fetches a file, from whom the settings name or from another; says so where it is under way or here already. */
final class FetchButton extends StackPane {

    private final CatalogViewModel catalog;
    private final QueueViewModel queue;
    private final OfferedFile file;
    private final boolean prominent;

    FetchButton(CatalogViewModel catalog, QueueViewModel queue, OfferedFile file, boolean prominent) {
        this.catalog = catalog;
        this.queue = queue;
        this.file = file;
        this.prominent = prominent;
        setMinWidth(USE_PREF_SIZE);
        queue.items().subscribe(this::rebuild);
        rebuild();
    }

    private void rebuild() {
        getChildren().setAll(content());
    }

    private Node content() {
        if (file.installed().isPresent()) {
            return state(Texts.of("catalog.fetch.here"), Feather.CHECK);
        }
        if (queue.of(file.choice().file().parts().getFirst().fileName()).isPresent()) {
            return state(Texts.of("catalog.fetch.running"), Feather.DOWNLOAD);
        }
        return file.choice().file().modelScope().isPresent() ? withSources() : plain();
    }

    private static Node state(String text, Feather icon) {
        var label = new Label(text, Icons.of(icon));
        label.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        return label;
    }

    private Node plain() {
        var button = Chips.button(text(), Feather.DOWNLOAD, () -> catalog.fetch(file.choice(), null));
        button.setAccessibleText(name());
        if (prominent) {
            button.getStyleClass().add(Styles.ACCENT);
        }
        return button;
    }

    private Node withSources() {
        var button = new SplitMenuButton(
                item("catalog.fetch.huggingface", Hub.HUGGING_FACE), item("catalog.fetch.modelscope", Hub.MODEL_SCOPE));
        button.setText(text());
        button.setGraphic(Icons.of(Feather.DOWNLOAD));
        button.setMnemonicParsing(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(name());
        button.setOnAction(_ -> catalog.fetch(file.choice(), null));
        if (prominent) {
            button.getStyleClass().add(Styles.ACCENT);
        }
        return button;
    }

    private MenuItem item(String key, Hub first) {
        var item = new MenuItem(Texts.of(key));
        item.setOnAction(_ -> catalog.fetch(file.choice(), first));
        return item;
    }

    private String text() {
        return prominent
                ? Texts.of(
                        "catalog.fetch.size", Sizes.bytes(file.choice().file().bytes()))
                : Texts.of("catalog.fetch.text");
    }

    private String name() {
        return Texts.of(
                "catalog.fetch.name",
                file.choice().model().name(),
                file.choice().file().quantisation(),
                Sizes.bytes(file.choice().file().bytes()));
    }
}

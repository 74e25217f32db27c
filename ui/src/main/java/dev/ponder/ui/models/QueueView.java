package dev.ponder.ui.models;

import dev.ponder.downloads.KeptDownload;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.models.QueueViewModel.Item;
import java.util.HashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What is being fetched, and what lies unfinished from earlier. */
final class QueueView extends VBox {

    private final ModelsPage page;
    private final QueueViewModel queue;
    private final VBox rows = new VBox();
    private final VBox kept = new VBox();
    private final VBox keptGroup;
    private final Map<Item, DownloadView> views = new HashMap<>();

    QueueView(ModelsPage page) {
        this.page = page;
        this.queue = page.queue();
        getStyleClass().add(Styles.PAGE_COLUMN);
        rows.getStyleClass().addAll(Styles.CARD);
        kept.getStyleClass().addAll(Styles.CARD);
        keptGroup = new VBox(Chips.heading(Texts.of("queue.kept.heading")), kept);
        keptGroup.getStyleClass().add(Styles.CARD_GROUP);
        var group = new VBox(Chips.heading(Texts.of("queue.list.heading")), rows);
        group.getStyleClass().add(Styles.CARD_GROUP);
        getChildren().addAll(group, keptGroup);
        queue.items().addListener((ListChangeListener<Item>) _ -> rebuild());
        queue.kept().addListener((ListChangeListener<KeptDownload>) _ -> rebuildKept());
        rebuild();
        rebuildKept();
    }

    private void rebuild() {
        views.keySet().retainAll(queue.items());
        rows.getChildren().clear();
        for (var item : queue.items()) {
            rows.getChildren().add(views.computeIfAbsent(item, one -> new DownloadView(one, page)));
        }
        if (queue.items().isEmpty()) {
            rows.getChildren().add(nothing());
        }
        separate(rows);
    }

    private Node nothing() {
        var text = Chips.beside(Texts.of("queue.list.empty"));
        var choose = Chips.button(
                Texts.of("queue.list.choose"),
                Feather.SEARCH,
                () -> page.partProperty().set(ModelsPage.Part.CATALOG));
        var row = new HBox(text, choose);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add(Styles.NOTHING);
        return row;
    }

    private void rebuildKept() {
        kept.getChildren().setAll(queue.kept().stream().map(this::row).toList());
        separate(kept);
        keptGroup.setVisible(!queue.kept().isEmpty());
        keptGroup.setManaged(keptGroup.isVisible());
    }

    private Node row(KeptDownload unfinished) {
        var name = String.valueOf(unfinished.request().target().getFileName());
        var size = unfinished.request().size();
        var text = size.isPresent()
                ? Texts.of("queue.kept.of", Sizes.bytes(unfinished.bytes()), Sizes.bytes(size.getAsLong()))
                : Texts.of("queue.kept.bytes", Sizes.bytes(unfinished.bytes()));
        var texts = new VBox(Chips.heading(name), Chips.small(text));
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var go = Chips.button(Texts.of("queue.action.resume"), Feather.PLAY, () -> queue.resume(unfinished));
        var discard = Chips.button(Texts.of("queue.action.discard"), Feather.TRASH_2, () -> queue.discard(unfinished));
        var row = new HBox(texts, go, discard);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll(Styles.SETTING_ROW);
        return row;
    }

    private static void separate(VBox card) {
        for (int i = 0; i < card.getChildren().size(); i++) {
            var classes = card.getChildren().get(i).getStyleClass();
            classes.remove(Styles.SETTING_ROW_BELOW);
            if (i > 0) {
                classes.add(Styles.SETTING_ROW_BELOW);
            }
        }
    }
}

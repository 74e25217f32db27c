package dev.ponder.ui.models;

import dev.ponder.models.InstalledModel;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Dialogs;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.models.LibraryService.Held;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A model that is here: what can be done with it, and on a click everything that is known of it. */
final class HeldView extends VBox {

    private final Held held;
    private final LibraryViewModel library;
    private final Dialogs dialogs;
    private final ZoneId zone;

    HeldView(Held held, LibraryViewModel library, Dialogs dialogs, ZoneId zone) {
        this.held = held;
        this.library = library;
        this.dialogs = dialogs;
        this.zone = zone;
        getStyleClass().add(Styles.OFFER);
    }

    /** Shows everything that is known, or a line. */
    void setOpen(boolean open) {
        boolean focused = isFocusWithin();
        var head = head(open);
        getChildren().setAll(head);
        if (focused) {
            head.getChildrenUnmodifiable().getLast().requestFocus();
        }
        if (open) {
            getChildren().add(new HeldFactsView(held, zone));
        }
    }

    private HBox head(boolean open) {
        var title = new HBox(name());
        title.setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add(Styles.OFFER_TITLE);
        if (isInUse()) {
            title.getChildren().add(Chips.chip(Texts.of("library.model.inuse")));
        }
        var texts = new VBox(title, Chips.small(about()));
        held.fit().ifPresent(fit -> texts.getChildren().add(new FitMark(fit, held.speed(), held.name())));
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var row = new HBox(texts);
        row.getChildren().addAll(actions(open));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll(Styles.LINE, Styles.HELD);
        return row;
    }

    private Node name() {
        var name = Chips.heading(held.name());
        name.setTooltip(new Tooltip(held.model().file().toString()));
        name.setMinWidth(0);
        return name;
    }

    private String about() {
        var where =
                switch (held.model().origin()) {
                    case InstalledModel.Origin.Demo() -> Texts.of("library.origin.demo");
                    case InstalledModel.Origin.Folder() -> Texts.of("library.origin.folder");
                    case InstalledModel.Origin.Elsewhere(var owner) ->
                        owner.isEmpty() ? Texts.of("library.origin.place") : Texts.of("library.origin.other", owner);
                };
        return held.facts()
                .map(facts -> Texts.of("library.model.about", facts.quantisation(), Sizes.bytes(held.bytes()), where))
                .orElseGet(() -> Texts.of("library.model.unread", Sizes.bytes(held.bytes()), where));
    }

    private List<Node> actions(boolean open) {
        var actions = new ArrayList<Node>();
        if (!isInUse()) {
            var use = Chips.button(Texts.of("library.model.use"), Feather.MESSAGE_SQUARE, () -> library.use(held));
            use.setAccessibleText(Texts.of("library.model.usename", held.name()));
            actions.add(use);
        }
        actions.add(icon(Feather.SHIELD, "library.model.verify", () -> library.verify(held)));
        if (!(held.model().origin() instanceof InstalledModel.Origin.Demo)) {
            var remove = icon(Feather.TRASH_2, "library.model.remove", this::askToRemove);
            remove.setDisable(isInUse());
            actions.add(remove);
        }
        actions.add(icon(
                open ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN,
                open ? "library.model.close" : "library.model.open",
                () -> library.toggle(held.model().id())));
        return actions;
    }

    private Node icon(Feather icon, String key, Runnable action) {
        var button = Icons.button(icon, Texts.of(key), action);
        button.setAccessibleText(Texts.of("library.action.name", Texts.of(key), held.name()));
        return button;
    }

    private void askToRemove() {
        boolean stays = held.model().origin() instanceof InstalledModel.Origin.Elsewhere;
        dialogs.confirm(
                getScene().getWindow(),
                Texts.of("library.remove.question", held.name()),
                Texts.of(stays ? "library.remove.forget" : "library.remove.bin", Sizes.bytes(held.bytes())),
                Texts.of("library.remove.yes"),
                () -> library.remove(held.model()));
    }

    private boolean isInUse() {
        return held.model().id().equals(library.inUseProperty().get());
    }
}

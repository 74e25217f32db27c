package dev.ponder.ui.models;

import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.Phase;
import dev.ponder.downloads.Progress;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.WrappedText;
import dev.ponder.ui.models.QueueViewModel.Item;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A download: how far it is, what it does, and what can be done about it. */
final class DownloadView extends VBox {

    private final Item item;
    private final ModelsPage page;
    private final ProgressBar bar = new ProgressBar();
    private final Label state = new Label();
    private final Label amount = new Label();
    private final HBox actions = new HBox();
    private final VBox failure = new VBox();
    private Class<?> shown = Void.class;

    DownloadView(Item item, ModelsPage page) {
        this.item = item;
        this.page = page;
        getStyleClass().add(Styles.DOWNLOAD);
        var name = Chips.heading(item.name());
        name.setTooltip(new Tooltip(item.target().toString()));
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        actions.getStyleClass().add(Styles.DOWNLOAD_ACTIONS);
        actions.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(name, actions);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add(Styles.LINE);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Texts.of("queue.bar.name", item.name()));
        state.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        state.setMaxWidth(Double.MAX_VALUE);
        state.setMinWidth(0);
        HBox.setHgrow(state, Priority.ALWAYS);
        amount.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        amount.setMinWidth(USE_PREF_SIZE);
        var foot = new HBox(state, amount);
        foot.getStyleClass().add(Styles.LINE);
        getChildren().addAll(head, bar, foot, failure);
        item.progressProperty().subscribe(this::show);
    }

    private void show(Progress progress) {
        var phase = progress.phase();
        long size = progress.size().orElse(0);
        boolean finished = phase instanceof Phase.Finished;
        bar.setProgress(finished ? 1 : size == 0 ? 0 : (double) progress.bytes() / size);
        bar.setVisible(!finished);
        bar.setManaged(!finished);
        state.setText(DownloadWords.state(progress));
        amount.setText(DownloadWords.amount(progress));
        // buttons stay while only figures change, so that nobody's click meets a new one
        if (!phase.getClass().equals(shown)) {
            shown = phase.getClass();
            actions.getChildren().setAll(actions(phase));
            failure.getChildren().setAll(failure(phase));
        }
    }

    private List<Node> actions(Phase phase) {
        var all = new ArrayList<Node>();
        switch (phase) {
            case Phase.Paused() -> all.add(icon("queue.action.resume", Feather.PLAY, () -> queue().resume(item)));
            case Phase.Finished _ -> all.add(use());
            case Phase.Failed _, Phase.Removed() -> {}
            default -> all.add(icon("queue.action.pause", Feather.PAUSE, () -> queue().pause(item)));
        }
        boolean finished = phase instanceof Phase.Finished;
        all.add(icon(finished ? "queue.action.clear" : "queue.action.cancel", Feather.X, () -> queue().remove(item)));
        return all;
    }

    private Button use() {
        var use = Chips.button(Texts.of("queue.finished.use"), Feather.MESSAGE_SQUARE, () -> page.use(item.target()));
        use.getStyleClass().add(Styles.ACCENT);
        return use;
    }

    private List<Node> failure(Phase phase) {
        if (!(phase instanceof Phase.Failed(var why))) {
            return List.of();
        }
        var text = new WrappedText(String.valueOf(why.getMessage()));
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        var box = new HBox(Icons.of(Feather.ALERT_OCTAGON), text, wayOn(why));
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().addAll(Styles.NOTICE, Styles.NOTICE_ERROR);
        return List.of(box);
    }

    private Button wayOn(DownloadException why) {
        return switch (why.wayOn()) {
            case RESUME -> way("queue.way.resume", Feather.PLAY, () -> queue().resume(item));
            case FREE_SPACE -> way("queue.way.space", Feather.PLAY, () -> queue().resume(item));
            case FIND_FOLDER ->
                way(
                        "queue.way.folder",
                        Feather.FOLDER,
                        () -> page.partProperty().set(ModelsPage.Part.LIBRARY));
            case OTHER_SOURCE, GIVE_TOKEN -> way("queue.way.source", Feather.REFRESH_CW, () -> queue().resume(item));
            case START_OVER -> way("queue.way.over", Feather.ROTATE_CCW, () -> queue().startOver(item));
            case MOVE_FILE ->
                way("queue.way.move", Feather.FOLDER, () -> page.library().openFolder());
        };
    }

    private QueueViewModel queue() {
        return page.queue();
    }

    private static Button way(String key, Feather icon, Runnable action) {
        return Chips.button(Texts.of(key), icon, action);
    }

    private Button icon(String key, Feather icon, Runnable action) {
        var button = Icons.button(icon, Texts.of(key), action);
        button.setAccessibleText(Texts.of("queue.action.name", Texts.of(key), item.name()));
        return button;
    }
}

package dev.ponder.ui;

import dev.ponder.app.PonderPaths;
import dev.ponder.resources.Texts;
import dev.ponder.store.StoreException;
import dev.ponder.store.StoreFiles;
import dev.ponder.store.StoreRepair;
import dev.ponder.ui.common.Problem;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.Tasks;
import dev.ponder.ui.common.Theme;
import dev.ponder.ui.common.WrappedText;
import dev.ponder.ui.error.ErrorView;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What is shown when Ponder cannot be opened: the one error view, alone in the window, with what can be done about it.
 * Nothing is changed on the disk before the user says so. Belongs to the JavaFX thread.
 */
final class StartFailure {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 420;
    private static final double GAP = 8;

    private final Stage stage;
    private final PonderPaths paths;
    private final Consumer<Tasks.Action> reopen;

    /**
     * A failure to open Ponder.
     *
     * @param reopen does something that may block, then opens Ponder once more
     */
    StartFailure(Stage stage, PonderPaths paths, Consumer<Tasks.Action> reopen) {
        this.stage = stage;
        this.paths = paths;
        this.reopen = reopen;
    }

    void show(@Nullable Exception failure) {
        var problem = Problem.of(failure == null ? new IllegalStateException("no reason is known") : failure);
        var view = new ErrorView(problem, paths.logs(), ways(failure));
        var scene = new Scene(view, WIDTH, HEIGHT);
        new Theme().dress(scene);
        stage.setTitle("Ponder");
        stage.setScene(scene);
        stage.show();
    }

    /** The ways on. A file of a newer version and an unknown failure have none. */
    private Node[] ways(@Nullable Exception failure) {
        return switch (failure) {
            case StoreException.Damaged damaged -> ofDamage(damaged);
            case StoreException.Newer _ -> new Node[0];
            case StoreException _ -> new Node[] {way("start-again", Texts.of("start.again.button"), () -> {})};
            case null, default -> new Node[0];
        };
    }

    private Node[] ofDamage(StoreException.Damaged damaged) {
        var files = new StoreFiles(paths.data());
        var repair = new StoreRepair(files);
        var buttons = new FlowPane(GAP, GAP);
        damaged.backup().ifPresent(newest -> {
            var restore =
                    way("start-restore", Texts.of("start.restore.button", newest.day()), () -> repair.restore(newest));
            restore.getStyleClass().add(Styles.ACCENT);
            buttons.getChildren().add(restore);
        });
        buttons.getChildren().add(way("start-empty", Texts.of("start.empty.button"), repair::startEmpty));
        var kept = new WrappedText(Texts.of("start.kept.text", files.setAside()), Styles.MUTED);
        return new Node[] {buttons, kept};
    }

    private Button way(String id, String text, Tasks.Action action) {
        var button = new Button(text);
        button.setId(id);
        button.setOnAction(_ -> {
            button.getScene().getRoot().setDisable(true);
            reopen.accept(action);
        });
        return button;
    }
}

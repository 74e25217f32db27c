package dev.ponder.ui;

import dev.ponder.app.PonderPaths;
import dev.ponder.ui.common.Problem;
import dev.ponder.ui.common.Theme;
import dev.ponder.ui.error.ErrorView;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** What is shown when Ponder cannot be opened: the one error view, alone in the window. Nothing is changed on the disk. */
final class StartFailure {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 420;

    private StartFailure() {}

    static void show(Stage stage, @Nullable Exception failure, PonderPaths paths) {
        var problem = Problem.of(failure == null ? new IllegalStateException("no reason is known") : failure);
        var scene = new Scene(new ErrorView(problem, paths.logs()), WIDTH, HEIGHT);
        new Theme().dress(scene);
        stage.setTitle("Ponder");
        stage.setScene(scene);
        stage.show();
    }
}

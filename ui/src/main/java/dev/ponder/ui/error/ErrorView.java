package dev.ponder.ui.error;

import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.Problem;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.WrappedText;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What went wrong, with details that can be copied. */
public final class ErrorView extends VBox {

    private static final int ROWS = 12;

    /**
     * Makes the view.
     *
     * @param log where the log lies
     */
    public ErrorView(Problem problem, Path log) {
        this(problem, log, new Node[0]);
    }

    /**
     * Makes the view of something that the user can do something about.
     *
     * @param log where the log lies
     * @param ways what can be done, shown below the sentence
     */
    public ErrorView(Problem problem, Path log, Node... ways) {
        getStyleClass().add(Styles.ERROR_VIEW);
        var sentence = new WrappedText(problem.sentence());
        var code = new Label(Texts.of("error.code.text", problem.code()));
        code.getStyleClass().add(Styles.MUTED);
        var place = new WrappedText(Texts.of("error.log.text", log), Styles.MUTED, Styles.SMALL);
        var details = new TextArea(problem.details());
        details.setEditable(false);
        details.setPrefRowCount(ROWS);
        details.getStyleClass().addAll(Styles.MONO, Styles.SMALL);
        details.setAccessibleText(Texts.of("error.details.title"));
        var fold = new TitledPane(Texts.of("error.details.title"), details);
        fold.setExpanded(false);
        fold.setAnimated(false);
        fold.heightProperty().subscribe((_, _) -> growWindow());
        getChildren().add(sentence);
        getChildren().addAll(ways);
        getChildren().addAll(code, new HBox(copyButton(problem)), fold, place);
    }

    private void growWindow() {
        if (getScene() != null && getScene().getWindow() != null) {
            getScene().getWindow().sizeToScene();
        }
    }

    private static Button copyButton(Problem problem) {
        var copy = new Button(Texts.of("error.copy.text"), Icons.of(Feather.COPY));
        copy.setOnAction(_ -> {
            var content = new ClipboardContent();
            content.putString(problem.report());
            Clipboard.getSystemClipboard().setContent(content);
            copy.setText(Texts.of("error.copy.done"));
        });
        return copy;
    }
}

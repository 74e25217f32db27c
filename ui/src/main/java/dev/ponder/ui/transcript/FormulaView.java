package dev.ponder.ui.transcript;

import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.Words;
import dev.ponder.ui.latex.FormulaOutline;
import dev.ponder.ui.markdown.Mark;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;

/** A formula in the colour and the size of the text around it. */
final class FormulaView extends Region {

    private final double part;

    /**
     * A formula in a line, or its source while it is not drawn and where it is not understood.
     *
     * @param areMixed whether something in that line may run from the right
     */
    static Node of(String source, Formulas formulas, boolean areMixed) {
        var known = formulas.of(Formulas.latex(source), Formulas.isDisplay(source));
        var outline = known == null ? null : known.outline();
        if (outline != null) {
            return new FormulaView(outline, source);
        }
        return source(Runs.inOrder(source), areMixed);
    }

    private static Node source(String source, boolean areMixed) {
        if (!areMixed && !Words.areMixed(source)) {
            return text(source);
        }
        // the lines of the text around it must not end inside what runs from the right, see Words
        var words = new HBox();
        words.setAlignment(Pos.BASELINE_LEFT);
        Words.of(source).forEach(word -> words.getChildren().add(text(word)));
        return words;
    }

    private static Text text(String source) {
        var text = new Text(source);
        text.getStyleClass()
                .addAll(TranscriptStyles.of(Set.of(Mark.CODE), Styles.RUN).split(" ", -1));
        return text;
    }

    FormulaView(FormulaOutline outline, String source) {
        part = 1 - outline.depth() / outline.height();
        var shape = new SVGPath();
        shape.setContent(outline.path());
        setShape(shape);
        getStyleClass().add(TranscriptStyles.FORMULA);
        setStyle(String.format(
                Locale.ROOT,
                "-fx-min-width: %1$.3fem; -fx-pref-width: %1$.3fem; -fx-max-width: %1$.3fem;"
                        + "-fx-min-height: %2$.3fem; -fx-pref-height: %2$.3fem; -fx-max-height: %2$.3fem;",
                outline.width(),
                outline.height()));
        setAccessibleText(source);
        setMouseTransparent(true);
    }

    @Override
    public double getBaselineOffset() {
        return prefHeight(-1) * part;
    }
}

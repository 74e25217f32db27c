package dev.ponder.ui.transcript;

import dev.ponder.resources.Texts;
import dev.ponder.ui.common.WrappedText;
import dev.ponder.ui.transcript.AnswerBlock.CodeHead;
import dev.ponder.ui.transcript.AnswerBlock.Display;
import dev.ponder.ui.transcript.AnswerBlock.Rule;
import dev.ponder.ui.transcript.AnswerBlock.TableRows;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The regions of an answer's blocks. */
final class AnswerViews {

    private AnswerViews() {}

    static Region of(AnswerBlock block, Requests requests, Formulas formulas) {
        return switch (block) {
            case CodeHead head -> placed(codeHead(head, requests), head.place, 0);
            case TableRows rows -> new TableGrid(rows, formulas, requests::openLink);
            case Display display -> placed(formula(display, formulas), display.place, 0.2);
            case Rule rule -> placed(rule(), rule.place, 0.4);
        };
    }

    private static Region codeHead(CodeHead head, Requests requests) {
        var language = head.language().isEmpty() ? Texts.of("transcript.code.plain") : head.language();
        var label = new Label(language);
        label.getStyleClass().add(TranscriptStyles.CODE_LANGUAGE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var copy = Buttons.forMouse(Buttons.copy(Texts.of("transcript.code.copy"), () -> requests.copyCode(head)));
        copy.getStyleClass().add(TranscriptStyles.CODE_COPY);
        var bar = new HBox(
                label,
                space,
                Buttons.forMouse(Buttons.icon(
                        Feather.MAXIMIZE_2, Texts.of("markdown.code.open"), () -> requests.showCode(head))),
                Buttons.forMouse(
                        Buttons.icon(Feather.DOWNLOAD, Texts.of("markdown.code.save"), () -> requests.saveCode(head))),
                copy);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add(TranscriptStyles.CODE_HEAD);
        return bar;
    }

    private static Region formula(Display display, Formulas formulas) {
        var known = formulas.of(display.formula.latex(), true);
        var outline = known == null ? null : known.outline();
        if (outline == null) {
            var source = new WrappedText(display.formula.source(), TranscriptStyles.FORMULA_SOURCE);
            source.setOpacity(known == null ? 0 : 1);
            return source;
        }
        var pane = new StackPane(new FormulaView(outline, display.formula.source()));
        pane.getStyleClass().add(TranscriptStyles.FORMULA_BLOCK);
        return new Sideways(pane, true, scroll -> scroll.setFitToWidth(true));
    }

    private static Region rule() {
        var rule = new Region();
        rule.getStyleClass().add(TranscriptStyles.RULE);
        return rule;
    }

    /** A margin would not be counted in a paragraph's height, so the place is a padding around. */
    private static Region placed(Region block, Place place, double below) {
        var box = new VBox(block);
        box.setStyle(String.format(
                Locale.ROOT, "-fx-padding: %.2fem 0 %.2fem %.2fem;", place.above() + below, below, place.indent()));
        return box;
    }
}

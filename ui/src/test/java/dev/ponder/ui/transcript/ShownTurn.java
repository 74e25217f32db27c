package dev.ponder.ui.transcript;

import dev.ponder.resources.Texts;
import dev.ponder.ui.transcript.TextLine.Paper;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import jfx.incubator.scene.control.richtext.model.StyledTextModel;

/**
 * The last turn as a scene shows it. Belongs to the JavaFX thread.
 *
 * @param question what the user said; empty where nothing is shown
 * @param reply the thought, as far as it is unfolded, and the answer, without white space
 * @param isCut whether it says that the reply was stopped before its end
 */
public record ShownTurn(String question, String reply, boolean isCut) {

    /** What is read before anything was said. */
    public static final ShownTurn NOTHING = new ShownTurn("", "", false);

    /** Reads what stands at the end of the transcript of a scene. */
    public static ShownTurn last(Scene scene) {
        if (!(scene.lookup("." + TranscriptStyles.AREA) instanceof TranscriptArea area)
                || area.getModel() == null
                || !area.getParent().isVisible()) {
            return NOTHING;
        }
        return last(area.getModel());
    }

    private static ShownTurn last(StyledTextModel model) {
        var reply = "";
        boolean cut = false;
        for (int line = model.size() - 1; line >= 0; line--) {
            var papers = papers(model, line);
            if (papers.contains(TranscriptStyles.of(Paper.USER))) {
                return new ShownTurn(model.getPlainText(line), reply, cut);
            }
            cut |= model.getPlainText(line).equals(Texts.of("transcript.ending.interrupted"));
            if (papers.contains(TranscriptStyles.of(Paper.ANSWER))
                    || papers.contains(TranscriptStyles.of(Paper.THOUGHT))) {
                reply = bare(model.getPlainText(line)) + reply;
            }
        }
        return NOTHING;
    }

    private static List<String> papers(StyledTextModel model, int line) {
        var attributes = model.getParagraph(line).getParagraphAttributes();
        var look = attributes == null ? null : attributes.get(TranscriptModel.LOOK);
        var classes = look == null ? null : look.classes();
        return Arrays.asList(Objects.requireNonNullElse(classes, "").split(" "));
    }

    /** A text without white space, which the transcript sets in its own way. */
    public static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }
}

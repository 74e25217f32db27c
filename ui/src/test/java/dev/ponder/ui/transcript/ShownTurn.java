package dev.ponder.ui.transcript;

import dev.ponder.resources.Texts;
import javafx.scene.Scene;

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
                || !(area.getModel() instanceof TranscriptModel model)
                || !area.getParent().isVisible()) {
            return NOTHING;
        }
        return last(model.document());
    }

    /** By lines and not by paragraphs: a line above the screen may have a stand-in, which does not say whose it is. */
    private static ShownTurn last(TranscriptDocument document) {
        var reply = "";
        boolean cut = false;
        for (int index = document.size() - 1; index >= 0; index--) {
            var line = document.line(index);
            cut |= line.text().equals(Texts.of("transcript.ending.interrupted"));
            if (line instanceof TextLine text) {
                switch (text.paper()) {
                    case USER -> {
                        return new ShownTurn(text.text(), reply, cut);
                    }
                    case ANSWER, THOUGHT -> reply = bare(text.text()) + reply;
                    default -> {}
                }
            }
        }
        return NOTHING;
    }

    /** A text without white space, which the transcript sets in its own way. */
    public static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }
}

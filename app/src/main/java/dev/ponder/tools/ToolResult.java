package dev.ponder.tools;

/**
 * What came of a call.
 *
 * @param text for the model, and for the card in the transcript
 * @param failed whether the text is about an error
 */
public record ToolResult(String text, boolean failed) {

    static ToolResult error(String sentence) {
        return new ToolResult("Error: " + sentence, true);
    }
}

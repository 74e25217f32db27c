package dev.ponder.chat;

import dev.ponder.attachments.Attachment;
import java.util.regex.Pattern;

/**
 * A user's message as the model reads it: the attached files first, each under a line with its name and between fences that
 * are longer than any in it, so that a file cannot end before its end; then what the user typed, which so stands last; then
 * the schema of the answer, where there is one. All of it is foreign text to the prompt: no special token can arise from it.
 */
public final class UserText {

    private static final Pattern FENCE = Pattern.compile("`{3,}");

    private UserText() {}

    /** All of a message. */
    public static String of(Said said) {
        var text = new StringBuilder();
        var files = said.enclosed().attachments();
        for (var file : files) {
            text.append(block(file));
        }
        text.append(said.text());
        var schema = said.enclosed().schema();
        if (schema != null) {
            text.append("\n\n").append(schema.request());
        }
        return text.toString();
    }

    static String of(Message message) {
        return of(new Said(message.text().content(), message.enclosed()));
    }

    /** The part of a message that a file takes; parts follow on each other without sharing a token. */
    public static String block(Attachment file) {
        var fence = fence(file.text());
        return "File: " + oneLine(file.name()) + "\n" + fence + "\n" + file.text()
                + (file.text().endsWith("\n") ? "" : "\n") + fence + "\n\n";
    }

    private static String fence(String text) {
        int longest = FENCE.matcher(text)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(2);
        return "`".repeat(longest + 1);
    }

    private static String oneLine(String name) {
        return name.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", " ");
    }
}

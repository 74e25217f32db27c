package dev.ponder.ui.transcript;

import org.jspecify.annotations.Nullable;

/**
 * A tool that the model called, shown as a card.
 *
 * @param name of the tool; empty where the call could not be read
 * @param arguments as the model wrote them, usually JSON; all that it wrote where the call could not be read
 * @param result what the tool answered, or null while it has not
 * @param failed whether what it answered is why it could not
 */
public record ToolCard(
        String name, String arguments, @Nullable String result, boolean failed) {

    /** A call that was understood and did not fail. */
    public ToolCard(String name, String arguments, @Nullable String result) {
        this(name, arguments, result, false);
    }

    /** Whether the call could not be read. */
    public boolean isMalformed() {
        return name.isEmpty();
    }
}

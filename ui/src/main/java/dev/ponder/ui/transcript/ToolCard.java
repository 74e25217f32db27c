package dev.ponder.ui.transcript;

import org.jspecify.annotations.Nullable;

/**
 * A tool that the model called, shown as a card.
 *
 * @param name of the tool
 * @param arguments as the model wrote them, usually JSON
 * @param result what the tool answered, or null while it has not
 */
public record ToolCard(
        String name, String arguments, @Nullable String result) {}

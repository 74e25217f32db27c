package dev.ponder.prompts;

/**
 * Instructions that are kept.
 *
 * @param id unique in the store
 * @param name for people
 * @param text the instructions
 * @param isDefault whether new conversations begin with them
 */
public record SystemPrompt(long id, String name, String text, boolean isDefault) {

    /** Without the text, which does not belong into logs. */
    @Override
    public String toString() {
        return "SystemPrompt[" + id + ", " + text.length() + " characters]";
    }
}

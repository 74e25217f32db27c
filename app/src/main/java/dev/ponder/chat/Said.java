package dev.ponder.chat;

/**
 * What a user says.
 *
 * @param text as typed
 * @param enclosed what goes with it
 */
public record Said(String text, Enclosed enclosed) {

    /** Text alone. */
    public static Said of(String text) {
        return new Said(text, Enclosed.NOTHING);
    }

    /** Without the text, which does not belong into logs. */
    @Override
    public String toString() {
        return "Said[" + text.length() + " characters, " + enclosed + "]";
    }
}

package dev.ponder.models;

import java.util.List;

/** What somebody named is no model; the message is a sentence for the user, with the choices. */
public final class UnknownModelException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> choices;

    /**
     * Adds the choices to what is wrong.
     *
     * @param problem a sentence that names what was asked for
     * @param choices the ids that would have worked
     */
    public UnknownModelException(String problem, List<String> choices) {
        super(problem + " " + inWords(choices));
        this.choices = List.copyOf(choices);
    }

    /** The ids of all models on this computer. */
    public List<String> choices() {
        return choices;
    }

    private static String inWords(List<String> choices) {
        return choices.isEmpty()
                ? "Give the path of a GGUF file; no model is installed."
                : "Give the path of a GGUF file, or one of: " + String.join(", ", choices) + ".";
    }
}

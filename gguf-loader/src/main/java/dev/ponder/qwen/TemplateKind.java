package dev.ponder.qwen;

/** The chat templates that Ponder can render, and what each lets a model do. */
public enum TemplateKind {
    /** Qwen3 of April 2025. */
    HYBRID_V1(Thinking.SWITCHABLE, "Qwen3 thinks or answers at once, as you choose"),
    /** Qwen3 since July 2025; the same text, but tolerant of missing content. */
    HYBRID_V2(Thinking.SWITCHABLE, "Qwen3 thinks or answers at once, as you choose"),
    /** Thinking-2507: every reply begins inside a thought. */
    THINKING_2507(Thinking.ALWAYS, "Thinking-2507 always thinks"),
    /** Instruct-2507: no thoughts at all. */
    INSTRUCT_2507(Thinking.NEVER, "Instruct-2507 never thinks"),
    /** Qwen3-Coder: no thoughts, and a tool syntax of its own that Ponder does not write. */
    CODER(Thinking.NEVER, "Qwen3-Coder never thinks"),
    /** The demo model: renders like the hybrid templates. */
    DEMO(Thinking.SWITCHABLE, "the demo model thinks or answers at once, as you choose"),
    /** Plain ChatML, also used where nothing better is known. */
    CHATML(Thinking.NEVER, "this model's chat template has no switch for thinking");

    /** What a model can do about thinking. */
    public enum Thinking {
        /** On and off, per message. */
        SWITCHABLE,
        /** On only. */
        ALWAYS,
        /** Off only. */
        NEVER
    }

    private final Thinking thinking;
    private final String reason;

    TemplateKind(Thinking thinking, String reason) {
        this.thinking = thinking;
        this.reason = reason;
    }

    /** What the model can do about thinking. */
    public Thinking thinking() {
        return thinking;
    }

    /** Why, in words for a person: "Instruct-2507 never thinks". */
    public String thinkingReason() {
        return reason;
    }

    /** Whether tools and their results can be rendered. */
    public boolean rendersTools() {
        return this != CODER;
    }

    /** Whether thoughts in the history are taken apart from answers; Instruct-2507 shows an answer verbatim. */
    boolean splitsThoughts() {
        return thinking != Thinking.NEVER;
    }
}

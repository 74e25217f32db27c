package dev.ponder.thinking;

import java.util.Locale;

/** Why a reply thinks or does not. Each rule has one; the others are what lies outside of the rules. */
public enum Reason {
    // what the user said or did
    TYPED("auto.reason.typed"),
    REDONE("auto.reason.redone"),
    COMPARED("auto.reason.compared"),
    ASKED_TO_THINK("auto.reason.asked"),
    ASKED_TO_BE_QUICK("auto.reason.quick"),
    // what the message is about: worth a thought
    PROOF("auto.reason.proof"),
    MATHS("auto.reason.maths"),
    WORD_PROBLEM("auto.reason.word-problem"),
    LETTERS("auto.reason.letters"),
    LOGIC("auto.reason.logic"),
    CODE("auto.reason.code"),
    PLANNING("auto.reason.planning"),
    COMPARISON("auto.reason.comparison"),
    // worth an answer at once
    GREETING("auto.reason.greeting"),
    COPY("auto.reason.copy"),
    TRANSLATION("auto.reason.translation"),
    REWRITING("auto.reason.rewriting"),
    FORMATTING("auto.reason.formatting"),
    ERRAND("auto.reason.errand"),
    SPELLING("auto.reason.spelling"),
    SMALL_SUM("auto.reason.small-sum"),
    TOOL("auto.reason.tool"),
    RECALL("auto.reason.recall"),
    READING("auto.reason.reading"),
    FACT("auto.reason.fact"),
    WRITING("auto.reason.writing"),
    LISTING("auto.reason.listing"),
    // the rest
    FOLLOW_UP("auto.reason.follow-up"),
    /** The model was asked and said so. */
    MODEL("auto.reason.model"),
    /** Neither the rules nor the model know; a thought is the safer way. */
    UNSURE("auto.reason.unsure"),
    /** The time that the user grants leaves no room for a thought. */
    TIME("auto.reason.time"),
    /** The budget is none. */
    BUDGET("auto.reason.budget"),
    /** The model always thinks. */
    ALWAYS("auto.reason.always"),
    /** The model never thinks. */
    NEVER("auto.reason.never");

    private final String textKey;

    Reason(String textKey) {
        this.textKey = textKey;
    }

    /** The key of its text for a person. */
    public String textKey() {
        return textKey;
    }

    /** As programs read it, in lower case with hyphens. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

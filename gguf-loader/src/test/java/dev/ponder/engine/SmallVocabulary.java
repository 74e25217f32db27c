package dev.ponder.engine;

import dev.ponder.gguf.ModelVocabulary;
import java.util.ArrayList;
import java.util.List;

/** Vocabularies of a few tokens, so that a model which draws at random draws much of what a splitter must know. */
final class SmallVocabulary {
    private static final int NORMAL = 1;
    private static final int CONTROL = 3;
    private static final int USER_DEFINED = 4;

    /** The byte-level alphabet's letters for a space, a line break and the four bytes of an emoji. */
    private static final String SPACE = "\u0120";

    private static final String LINE_BREAK = "\u010a";
    private static final List<String> EMOJI = List.of("\u00f0", "\u0141", "\u013a", "\u0122");
    private static final List<String> TAGS = List.of("<think>", "</think>", "<tool_call>", "</tool_call>");

    private final List<String> tokens = new ArrayList<>();
    private final List<Integer> types = new ArrayList<>();

    private SmallVocabulary() {}

    /**
     * The letters of the landing sentence, blanks, parts of a code point, tags and ends.
     *
     * @param tagsAreTokens whether the tags are tokens of their own kind, or text like any other
     */
    static ModelVocabulary of(boolean tagsAreTokens) {
        return new SmallVocabulary().fill(tagsAreTokens);
    }

    /** The same with tags as tokens, and one token first. */
    static ModelVocabulary beginningWith(String token) {
        var vocabulary = new SmallVocabulary();
        vocabulary.add(token, kind(token));
        return vocabulary.fill(true);
    }

    private ModelVocabulary fill(boolean tagsAreTokens) {
        "abcdefghijklmnopqrstuvwxyzCIN.,/<>\"".chars().forEach(c -> add(Character.toString(c), NORMAL));
        add(SPACE, NORMAL);
        add(LINE_BREAK, NORMAL);
        add(SPACE + LINE_BREAK, NORMAL);
        EMOJI.forEach(part -> add(part, NORMAL));
        TAGS.forEach(tag -> add(tag, tagsAreTokens ? USER_DEFINED : NORMAL));
        add("</thi", NORMAL);
        add("<|im_end|>", CONTROL);
        add("<|endoftext|>", CONTROL);
        return new ModelVocabulary(tokens, types, List.of());
    }

    private static int kind(String token) {
        return TAGS.contains(token) ? USER_DEFINED : token.startsWith("<|") ? CONTROL : NORMAL;
    }

    private void add(String token, int type) {
        if (!tokens.contains(token)) {
            tokens.add(token);
            types.add(type);
        }
    }
}

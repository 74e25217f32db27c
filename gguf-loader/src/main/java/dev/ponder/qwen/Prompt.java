package dev.ponder.qwen;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A prompt on its way to the tokenizer: markers that become one special token each, and runs of plain text in which no
 * special token may arise.
 *
 * <p>Each {@link Text} is tokenised on its own, so a border between two of them is a border between tokens. Template
 * text that touches foreign text belongs into the same run, because a tokenizer merges newlines across that border.
 *
 * @param parts the parts in order
 */
public record Prompt(List<Part> parts) {

    /** One piece of a prompt. */
    public sealed interface Part {}

    /**
     * An added token of the vocabulary by its text, for example {@code <|im_start|>}. A model whose vocabulary lacks it
     * gets the same characters as plain text.
     *
     * @param text the token's exact text
     */
    public record Marker(String text) implements Part {}

    /**
     * Plain text, tokenised apart from its neighbours and without special tokens.
     *
     * @param text any text
     */
    public record Text(String text) implements Part {}

    /**
     * Token ids as they are, for measurements and for text that was tokenised before.
     *
     * @param ids ids inside the vocabulary
     */
    public record Tokens(List<Integer> ids) implements Part {
        public Tokens {
            ids = List.copyOf(ids);
        }
    }

    public Prompt {
        parts = List.copyOf(parts);
    }

    /**
     * The prompt as the chat template renders it.
     *
     * @return markers and runs joined; parts of ids contribute nothing
     */
    public String rendered() {
        return parts.stream()
                .map(part -> switch (part) {
                    case Marker(var text) -> text;
                    case Text(var text) -> text;
                    case Tokens _ -> "";
                })
                .collect(Collectors.joining());
    }
}

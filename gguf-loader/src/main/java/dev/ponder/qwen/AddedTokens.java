package dev.ponder.qwen;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The 26 tokens that Qwen3's tokenizer adds to its byte-pair vocabulary, ids 151643 to 151668 in that order.
 *
 * <p>llama.cpp turns the typed text of some of them ({@code <think>}, {@code <tool_call>} and others that are
 * user-defined, not control) into their ids even when told not to parse special tokens, so foreign text has to be
 * broken up. Source: Qwen3's tokenizer.json.
 */
public final class AddedTokens {

    /** Their texts, in the order of their ids. */
    public static final List<String> TEXTS = List.of(
            "<|endoftext|>",
            "<|im_start|>",
            "<|im_end|>",
            "<|object_ref_start|>",
            "<|object_ref_end|>",
            "<|box_start|>",
            "<|box_end|>",
            "<|quad_start|>",
            "<|quad_end|>",
            "<|vision_start|>",
            "<|vision_end|>",
            "<|vision_pad|>",
            "<|image_pad|>",
            "<|video_pad|>",
            "<tool_call>",
            "</tool_call>",
            "<|fim_prefix|>",
            "<|fim_middle|>",
            "<|fim_suffix|>",
            "<|fim_pad|>",
            "<|repo_name|>",
            "<|file_sep|>",
            "<tool_response>",
            "</tool_response>",
            "<think>",
            "</think>");

    static final Pattern PATTERN =
            Pattern.compile(TEXTS.stream().map(Pattern::quote).collect(Collectors.joining("|")));

    private AddedTokens() {}

    /**
     * Cuts a text so that no piece contains an added token: each occurrence is cut after its first character.
     *
     * @param text any text
     * @return the pieces, which joined give the text again; none is empty
     */
    public static List<Prompt.Text> brokenUp(String text) {
        var pieces = new ArrayList<Prompt.Text>();
        int from = 0;
        for (var found = PATTERN.matcher(text); found.find(); ) {
            int cut = found.start() + 1;
            pieces.add(new Prompt.Text(text.substring(from, cut)));
            from = cut;
        }
        if (from < text.length()) {
            pieces.add(new Prompt.Text(text.substring(from)));
        }
        return List.copyOf(pieces);
    }
}

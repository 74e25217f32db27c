package dev.ponder.gguf;

import dev.ponder.qwen.AddedTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The tokens of a model that is to be written: a byte-level BPE vocabulary with Qwen3's pre-tokenizer and its 26 added
 * tokens.
 *
 * @param tokens texts by id, base tokens in the byte-level alphabet
 * @param types kinds by id, as {@code llama_token_type} numbers them
 * @param merges two tokens with a space between, best first
 */
public record ModelVocabulary(List<String> tokens, List<Integer> types, List<String> merges) {
    static final int NORMAL = 1;
    static final int CONTROL = 3;
    static final int USER_DEFINED = 4;
    static final int UNUSED = 5;

    /** Qwen3's added tokens, in the order of their ids from 151643. */
    public static final List<String> ADDED = AddedTokens.TEXTS;

    public ModelVocabulary {
        tokens = List.copyOf(tokens);
        types = List.copyOf(types);
        merges = List.copyOf(merges);
        if (tokens.size() != types.size()) {
            throw new IllegalArgumentException("a kind for each token");
        }
    }

    /**
     * A made-up vocabulary: the 256 bytes, pairs of letters with their merges, filler words, the added tokens, padding.
     *
     * @param addedFrom id of the first added token, at least 256
     * @param size number of ids, padding included
     */
    public static ModelVocabulary madeUp(int addedFrom, int size) {
        var tokens = new ArrayList<>(byteAlphabet());
        var merges = new ArrayList<String>();
        for (int i = 0; i < 26 * 26 && tokens.size() < addedFrom; i++) {
            var first = (char) ('a' + i / 26);
            var second = (char) ('a' + i % 26);
            tokens.add("" + first + second);
            merges.add(first + " " + second);
        }
        while (tokens.size() < addedFrom) {
            tokens.add("filler-" + tokens.size());
        }
        tokens.addAll(ADDED);
        return padded(tokens, merges, size);
    }

    /** Adds kinds and padding to base and added tokens. */
    static ModelVocabulary padded(List<String> tokens, List<String> merges, int size) {
        var all = new ArrayList<>(tokens);
        var types = new ArrayList<Integer>();
        tokens.forEach(token -> types.add(kind(token)));
        while (all.size() < size) {
            all.add("[PAD" + all.size() + "]");
            types.add(UNUSED);
        }
        return new ModelVocabulary(all, types, merges);
    }

    /** As llama.cpp's converter decides: what looks like {@code <|...|>} is control, the other added ones are not. */
    private static int kind(String token) {
        if (!ADDED.contains(token)) {
            return NORMAL;
        }
        return token.startsWith("<|") ? CONTROL : USER_DEFINED;
    }

    /** GPT-2's alphabet: printable bytes stand for themselves, the others for characters from U+0100 on. */
    private static List<String> byteAlphabet() {
        var printable = IntStream.range(0, 256).filter(ModelVocabulary::isPrintable);
        var others = IntStream.range(
                0, (int) IntStream.range(0, 256).filter(b -> !isPrintable(b)).count());
        return IntStream.concat(printable, others.map(i -> 0x100 + i))
                .mapToObj(Character::toString)
                .toList();
    }

    private static boolean isPrintable(int b) {
        return (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || b >= 0xAE;
    }

    int idOf(String token) {
        return tokens.indexOf(token);
    }

    void writeTo(GgufWriter writer) {
        writer.text("tokenizer.ggml.model", "gpt2")
                .text("tokenizer.ggml.pre", "qwen2")
                .texts(Vocabulary.TOKENS, tokens)
                .i32s(Vocabulary.TOKEN_TYPES, types.stream().mapToInt(Integer::intValue))
                .texts(Vocabulary.MERGES, merges)
                .u32("tokenizer.ggml.eos_token_id", idOf("<|im_end|>"))
                .u32("tokenizer.ggml.padding_token_id", idOf("<|endoftext|>"))
                .u32("tokenizer.ggml.bos_token_id", idOf("<|endoftext|>"))
                .flag("tokenizer.ggml.add_bos_token", false);
    }
}

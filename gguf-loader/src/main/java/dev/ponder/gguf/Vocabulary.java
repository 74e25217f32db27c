package dev.ponder.gguf;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A model's tokenizer as its file describes it. The tokens themselves stay in the file; {@link GgufFile#forEachString}
 * with {@value #TOKENS} streams them.
 *
 * @param model kind of tokenizer, for example {@code gpt2} for byte-level BPE; empty if the file does not say
 * @param preTokenizer rules that split text before merging, for example {@code qwen2}; empty if the file does not say
 * @param size number of token ids; 0 for a file without a vocabulary
 * @param eos id that ends a reply
 * @param bos id that begins a text
 * @param addBos whether {@code bos} goes in front of every text; empty if the file does not say
 * @param chatTemplate a Jinja text, exactly as in the file
 */
public record Vocabulary(
        String model,
        String preTokenizer,
        int size,
        OptionalInt eos,
        OptionalInt bos,
        Optional<Boolean> addBos,
        Optional<String> chatTemplate) {

    /** Key of the array of token texts. */
    public static final String TOKENS = "tokenizer.ggml.tokens";

    /** Key of the array of token kinds, numbered as {@code llama_token_type}. */
    public static final String TOKEN_TYPES = "tokenizer.ggml.token_type";

    /** Key of the array of merges of a BPE tokenizer, two tokens with a space between. */
    public static final String MERGES = "tokenizer.ggml.merges";

    static Vocabulary of(GgufModel model) throws GgufException {
        var metadata = model.metadata();
        var size = metadata.array(TOKENS).map(GgufValue.Array::count).orElse(0L).intValue();
        return new Vocabulary(
                metadata.text("tokenizer.ggml.model").orElse(""),
                metadata.text("tokenizer.ggml.pre").orElse(""),
                size,
                id(metadata, "tokenizer.ggml.eos_token_id", size),
                id(metadata, "tokenizer.ggml.bos_token_id", size),
                metadata.flag("tokenizer.ggml.add_bos_token"),
                metadata.text("tokenizer.chat_template"));
    }

    /** An id, empty if it is missing or outside the vocabulary, which llama.cpp treats alike. */
    private static OptionalInt id(Metadata metadata, String key, int size) throws GgufException {
        var id = metadata.whole(key);
        return id.isPresent() && id.getAsLong() >= 0 && id.getAsLong() < size
                ? OptionalInt.of((int) id.getAsLong())
                : OptionalInt.empty();
    }
}

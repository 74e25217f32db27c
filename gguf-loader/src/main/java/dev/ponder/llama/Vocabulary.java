package dev.ponder.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The vocabulary of a loaded model. Pieces and the marks of end-of-generation tokens are read once, so that decoding a
 * token later costs no native call. To be used by the model's own thread.
 */
public final class Vocabulary {

    /** Of {@code llama_token_attr}: a padding id that the model was never trained on. */
    private static final int ATTR_UNUSED = 1 << 1;

    /** Of {@code llama_token_attr}: an ordinary piece of text. */
    private static final int ATTR_NORMAL = 1 << 2;

    private final MemorySegment handle;
    private final MethodHandle tokenize;
    private final MethodHandle pieceOf;
    private final MethodHandle attributeOf;
    private final int size;
    private final byte[][] pieces;
    private final BitSet ends = new BitSet();
    private final BitSet unused = new BitSet();
    private final BitSet special = new BitSet();
    private @Nullable BitSet blank;

    Vocabulary(NativeLibraries libraries, MemorySegment handle) {
        this.handle = handle;
        tokenize = libraries.function(
                "llama_tokenize",
                FunctionDescriptor.of(
                        JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_BOOLEAN, JAVA_BOOLEAN));
        pieceOf = libraries.function(
                "llama_token_to_piece",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_BOOLEAN));
        attributeOf = libraries.function("llama_vocab_get_attr", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
        var count = libraries.function("llama_vocab_n_tokens", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        var isEnd = libraries.function("llama_vocab_is_eog", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, JAVA_INT));
        try {
            size = (int) count.invokeExact(handle);
            for (int id = 0; id < size; id++) {
                int attributes = (int) attributeOf.invokeExact(handle, id);
                unused.set(id, (attributes & ATTR_UNUSED) != 0);
                special.set(id, (attributes & ATTR_NORMAL) == 0);
                // llama.cpp takes any token spelled like some model's end for one, as the ordinary "</s>" of Qwen3's
                // vocabulary, with which an answer about HTML would end in the middle
                ends.set(id, (boolean) isEnd.invokeExact(handle, id) && (attributes & ATTR_NORMAL) == 0);
            }
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
        pieces = new byte[size][];
    }

    /** Number of token ids. */
    public int size() {
        return size;
    }

    /** Whether a token ends a generation. */
    public boolean isEnd(int id) {
        return ends.get(id);
    }

    /** Ids that pad the vocabulary and stand for nothing. */
    public BitSet unused() {
        return (BitSet) unused.clone();
    }

    /** Ids that are no ordinary piece of text: controls, tags, padding. */
    public BitSet special() {
        return (BitSet) special.clone();
    }

    /** Ids of blank space alone. The first call looks at every piece. */
    public BitSet blank() {
        var known = blank;
        if (known == null) {
            known = new BitSet();
            for (int id = 0; id < size; id++) {
                known.set(id, new String(piece(id), StandardCharsets.UTF_8).isBlank());
            }
            blank = known;
        }
        return (BitSet) known.clone();
    }

    /**
     * The bytes a token stands for, special tokens by their text. A token can hold part of a character.
     *
     * @param id inside the vocabulary
     */
    public byte[] piece(int id) {
        var piece = pieces[id];
        if (piece == null) {
            piece = readPiece(id);
            pieces[id] = piece;
        }
        return piece;
    }

    private byte[] readPiece(int id) {
        try (var arena = Arena.ofConfined()) {
            int capacity = 256;
            while (true) {
                var buffer = arena.allocate(capacity);
                int length = (int) pieceOf.invokeExact(handle, id, buffer, capacity, 0, true);
                if (length >= 0) {
                    return buffer.asSlice(0, length).toArray(JAVA_BYTE);
                }
                capacity = -length;
            }
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    /**
     * The ids of a text, without a begin-of-text token.
     *
     * @param text any text
     * @param special whether the texts of special tokens become those tokens
     */
    public int[] tokenize(String text, boolean special) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        try (var arena = Arena.ofConfined()) {
            var input = arena.allocate(Math.max(1, bytes.length));
            MemorySegment.copy(bytes, 0, input, JAVA_BYTE, 0, bytes.length);
            int capacity = bytes.length / 2 + 16;
            while (true) {
                var ids = arena.allocate(JAVA_INT, capacity);
                int count = (int) tokenize.invokeExact(handle, input, bytes.length, ids, capacity, false, special);
                if (count >= 0) {
                    return ids.asSlice(0, 4L * count).toArray(JAVA_INT);
                }
                if (count == Integer.MIN_VALUE) {
                    throw new IllegalArgumentException("the text has more tokens than can be counted");
                }
                capacity = -count;
            }
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    /**
     * The id of a token by its text.
     *
     * @return -1 where the text is not one token
     */
    public int idOf(String text) {
        var ids = tokenize(text, true);
        return ids.length == 1 ? ids[0] : -1;
    }

    MemorySegment handle() {
        return handle;
    }
}

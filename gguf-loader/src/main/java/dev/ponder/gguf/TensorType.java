package dev.ponder.gguf;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Element types of a tensor, as {@code ggml_type} of llama.cpp v0.4.0 numbers them. Values are stored in blocks: a row
 * holds a whole number of them. Sizes are those of {@code ggml-common.h}.
 */
public enum TensorType {
    F32(0, 1, 4),
    F16(1, 1, 2),
    Q4_0(2, 32, 18),
    Q4_1(3, 32, 20),
    Q5_0(6, 32, 22),
    Q5_1(7, 32, 24),
    Q8_0(8, 32, 34),
    Q8_1(9, 32, 36),
    Q2_K(10, 256, 84),
    Q3_K(11, 256, 110),
    Q4_K(12, 256, 144),
    Q5_K(13, 256, 176),
    Q6_K(14, 256, 210),
    Q8_K(15, 256, 292),
    IQ2_XXS(16, 256, 66),
    IQ2_XS(17, 256, 74),
    IQ3_XXS(18, 256, 98),
    IQ1_S(19, 256, 50),
    IQ4_NL(20, 32, 18),
    IQ3_S(21, 256, 110),
    IQ2_S(22, 256, 82),
    IQ4_XS(23, 256, 136),
    I8(24, 1, 1),
    I16(25, 1, 2),
    I32(26, 1, 4),
    I64(27, 1, 8),
    F64(28, 1, 8),
    IQ1_M(29, 256, 56),
    BF16(30, 1, 2),
    TQ1_0(34, 256, 54),
    TQ2_0(35, 256, 66),
    MXFP4(39, 32, 17),
    NVFP4(40, 64, 36),
    Q1_0(41, 128, 18),
    Q2_0(42, 64, 18);

    private static final List<TensorType> ALL = List.of(values());

    private final int id;
    private final int blockSize;
    private final int blockBytes;

    TensorType(int id, int blockSize, int blockBytes) {
        this.id = id;
        this.blockSize = blockSize;
        this.blockBytes = blockBytes;
    }

    /** The number that stands in files. */
    public int id() {
        return id;
    }

    /** Values in a block; 1 for plain types. */
    public int blockSize() {
        return blockSize;
    }

    /** Bytes of a block. */
    public int blockBytes() {
        return blockBytes;
    }

    /** The name in lower case, as the command line spells it, for example {@code q8_0}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Bytes of a number of values.
     *
     * @param values a multiple of the block size, not negative
     * @throws IllegalArgumentException if it is not
     * @throws ArithmeticException if the result does not fit a long
     */
    public long bytes(long values) {
        if (values < 0 || values % blockSize != 0) {
            throw new IllegalArgumentException(values + " values do not fill blocks of " + blockSize);
        }
        return Math.multiplyExact(values / blockSize, (long) blockBytes);
    }

    /** The type with a number; empty for numbers that are unused or whose type was removed from llama.cpp. */
    public static Optional<TensorType> of(long id) {
        for (var type : ALL) {
            if (type.id == id) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}

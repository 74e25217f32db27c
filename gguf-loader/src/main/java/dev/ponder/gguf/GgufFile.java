package dev.ponder.gguf;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/**
 * The header of one GGUF file (version 2 or 3, little-endian). Reading costs milliseconds and kilobytes whatever the
 * size of the file: weights are never read, and long arrays stay in the file. Immutable; holds nothing open.
 *
 * @param path the file
 * @param version 2 or 3
 * @param length bytes of the file
 * @param alignment of tensor data, a power of two
 * @param metadata the key-value pairs
 * @param tensors the inventory in file order; the data of each lies inside the file
 */
public record GgufFile(
        Path path, int version, long length, long alignment, Metadata metadata, List<TensorInfo> tensors) {

    public GgufFile {
        tensors = List.copyOf(tensors);
    }

    /**
     * Reads a header. Nothing it claims is believed: every length and count is checked before it costs memory or time.
     *
     * @throws GgufException if the file cannot be read, is no GGUF file, is damaged or cut off
     */
    public static GgufFile read(Path path) throws GgufException {
        try (var in = new HeaderReader(path)) {
            return new HeaderParser(path, in).parse();
        }
    }

    /**
     * Streams an array of texts from the file, however long, one at a time in order.
     *
     * @throws GgufException if the key is missing or holds something else, or the file has changed meanwhile
     */
    public void forEachString(String key, Consumer<String> visitor) throws GgufException {
        var array = array(key, found -> found.elementType() == GgufType.STRING, "texts");
        try (var in = new HeaderReader(path)) {
            in.seek(array.offset());
            for (long i = 0; i < array.count(); i++) {
                visitor.accept(in.text(Limits.TEXT_BYTES, "a text in its key '" + key + "'"));
            }
        }
    }

    /**
     * Streams an array of whole numbers from the file, however long, in order; those of 64 bits without sign come as
     * their bits.
     *
     * @throws GgufException if the key is missing or holds something else, or the file has changed meanwhile
     */
    public void forEachWhole(String key, LongConsumer visitor) throws GgufException {
        var array = array(key, found -> isWhole(found.elementType()), "whole numbers");
        var type = array.elementType();
        try (var in = new HeaderReader(path)) {
            in.seek(array.offset());
            for (long i = 0; i < array.count(); i++) {
                visitor.accept(type.label().startsWith("u") ? in.unsigned(type.bytes()) : in.signed(type.bytes()));
            }
        }
    }

    private GgufValue.Array array(String key, Predicate<GgufValue.Array> fits, String wanted) throws GgufException {
        return metadata.array(key)
                .filter(fits)
                .orElseThrow(() ->
                        metadata.refusal().because("its key '" + VisibleText.brief(key) + "' lists no " + wanted));
    }

    private static boolean isWhole(GgufType type) {
        return switch (type) {
            case UINT8, INT8, UINT16, INT16, UINT32, INT32, UINT64, INT64 -> true;
            case FLOAT32, FLOAT64, BOOL, STRING, ARRAY -> false;
        };
    }
}

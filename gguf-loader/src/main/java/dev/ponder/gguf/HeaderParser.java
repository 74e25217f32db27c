package dev.ponder.gguf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parses a header from its first byte to its last, by the layout that {@code gguf.h} of llama.cpp describes: magic,
 * version, counts, key-value pairs, tensor inventory.
 */
final class HeaderParser {
    private static final long DEFAULT_ALIGNMENT = 32;

    private final Path file;
    private final HeaderReader in;
    private final Refusal refusal;
    private long kept;

    HeaderParser(Path file, HeaderReader in) {
        this.file = file;
        this.in = in;
        this.refusal = in.refusal();
    }

    GgufFile parse() throws GgufException {
        var version = version();
        var tensorCount = count(Limits.TENSORS, "tensors");
        var entryCount = count(Limits.ENTRIES, "metadata entries");
        var values = new LinkedHashMap<String, GgufValue>();
        for (long i = 0; i < entryCount; i++) {
            readEntry(values);
        }
        var metadata = new Metadata(file, values);
        var alignment = alignment(metadata);
        var tensors = new TensorInventory(in, alignment).read(tensorCount);
        return new GgufFile(file, version, in.length(), alignment, metadata, tensors);
    }

    private int version() throws GgufException {
        if (in.length() == 0) {
            throw refusal.plainly("is empty; download it again.");
        }
        Beginning.check(in);
        in.skip(Beginning.MAGIC.length());
        var version = in.unsigned(Integer.BYTES);
        if (version != 0 && (version & 0xFFFF) == 0) {
            throw refusal.plainly(
                    "is a big-endian GGUF file; get the little-endian one, which is what everybody offers.");
        }
        if (version == 1) {
            throw refusal.plainly("is a GGUF file of version 1, which llama.cpp no longer reads; get a newer file.");
        }
        if (version != 2 && version != 3) {
            throw refusal.plainly("is a GGUF file of version " + version
                    + ", and Ponder knows 2 and 3; get another file or a newer Ponder.");
        }
        return (int) version;
    }

    private long count(long most, String what) throws GgufException {
        var count = in.unsigned(Long.BYTES);
        if (count < 0 || count > most) {
            throw refusal.because(
                    "it claims " + Long.toUnsignedString(count) + " " + what + ", and at most " + most + " make sense");
        }
        return count;
    }

    private void readEntry(Map<String, GgufValue> values) throws GgufException {
        var key = in.text(Limits.KEY_BYTES, "a metadata key");
        charge(key.length());
        var shown = VisibleText.brief(key);
        if (key.isEmpty()) {
            throw refusal.because("one of its metadata keys is empty");
        }
        if (values.put(key, value(type(shown), shown, 0)) != null) {
            throw refusal.because("its key '" + shown + "' occurs twice");
        }
    }

    private GgufType type(String key) throws GgufException {
        var id = in.unsigned(Integer.BYTES);
        return GgufType.of(id).orElseThrow(() -> refusal.because("its key '" + key + "' has the unknown type " + id));
    }

    private GgufValue value(GgufType type, String key, int depth) throws GgufException {
        return switch (type) {
            case UINT8, UINT16, UINT32, UINT64 -> new GgufValue.Whole(in.unsigned(type.bytes()), type);
            case INT8, INT16, INT32, INT64 -> new GgufValue.Whole(in.signed(type.bytes()), type);
            case FLOAT32 -> new GgufValue.Real(Float.intBitsToFloat((int) in.unsigned(type.bytes())), type);
            case FLOAT64 -> new GgufValue.Real(Double.longBitsToDouble(in.unsigned(type.bytes())), type);
            case BOOL -> new GgufValue.Flag(in.unsigned(type.bytes()) != 0);
            case STRING -> text(key);
            case ARRAY -> array(key, depth + 1);
        };
    }

    private GgufValue text(String key) throws GgufException {
        var text = in.text(Limits.TEXT_BYTES, "the text of its key '" + key + "'");
        charge(text.length());
        return new GgufValue.Text(text);
    }

    private GgufValue array(String key, int depth) throws GgufException {
        var elementType = elementType(key, depth);
        var count = elementCount(key);
        var offset = in.position();
        if (count > GgufValue.Array.KEPT_ITEMS) {
            skip(elementType, count, key, depth);
            return new GgufValue.Array(elementType, count, offset, List.of());
        }
        var items = new ArrayList<GgufValue>();
        for (long i = 0; i < count; i++) {
            charge(Limits.ITEM_BYTES);
            items.add(value(elementType, key, depth));
        }
        return new GgufValue.Array(elementType, count, offset, items);
    }

    private void skip(GgufType elementType, long count, String key, int depth) throws GgufException {
        switch (elementType) {
            case STRING -> {
                var what = "a text in its key '" + key + "'";
                for (long i = 0; i < count; i++) {
                    in.skipText(Limits.TEXT_BYTES, what);
                }
            }
            case ARRAY -> {
                for (long i = 0; i < count; i++) {
                    skip(elementType(key, depth + 1), elementCount(key), key, depth + 1);
                }
            }
            default -> in.skip(count * elementType.bytes());
        }
    }

    private GgufType elementType(String key, int depth) throws GgufException {
        if (depth > Limits.ARRAY_DEPTH) {
            throw refusal.because("its key '" + key + "' nests arrays more than " + Limits.ARRAY_DEPTH + " deep");
        }
        return type(key);
    }

    private long elementCount(String key) throws GgufException {
        var count = count(Limits.ARRAY_ITEMS, "elements of its key '" + key + "'");
        // no element takes less than a byte, so a longer array cannot be in this file
        in.require(count);
        return count;
    }

    private void charge(long bytes) throws GgufException {
        kept += bytes;
        if (kept > Limits.KEPT_BYTES) {
            throw refusal.because("its metadata holds more than " + Limits.KEPT_BYTES + " bytes of text and lists");
        }
    }

    private long alignment(Metadata metadata) throws GgufException {
        var alignment = metadata.whole("general.alignment").orElse(DEFAULT_ALIGNMENT);
        if (alignment < 1 || alignment > Limits.ALIGNMENT || Long.bitCount(alignment) != 1) {
            throw refusal.because(
                    "its alignment is " + alignment + ", which is no power of two up to " + Limits.ALIGNMENT);
        }
        return alignment;
    }
}

package dev.ponder.gguf;

import java.util.List;
import java.util.Optional;

/** The 13 types of a metadata value. */
public enum GgufType {
    UINT8(0, 1, "u8"),
    INT8(1, 1, "i8"),
    UINT16(2, 2, "u16"),
    INT16(3, 2, "i16"),
    UINT32(4, 4, "u32"),
    INT32(5, 4, "i32"),
    FLOAT32(6, 4, "f32"),
    BOOL(7, 1, "bool"),
    STRING(8, 0, "text"),
    ARRAY(9, 0, "array"),
    UINT64(10, 8, "u64"),
    INT64(11, 8, "i64"),
    FLOAT64(12, 8, "f64");

    private static final List<GgufType> ALL = List.of(values());

    private final int id;
    private final int bytes;
    private final String label;

    GgufType(int id, int bytes, String label) {
        this.id = id;
        this.bytes = bytes;
        this.label = label;
    }

    /** The number that stands in files. */
    public int id() {
        return id;
    }

    /** Bytes of one value; 0 where the value says its own length (text and arrays). */
    public int bytes() {
        return bytes;
    }

    /** A short name for people. */
    public String label() {
        return label;
    }

    /** The type with a number, empty if there is none. */
    public static Optional<GgufType> of(long id) {
        for (var type : ALL) {
            if (type.id == id) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}

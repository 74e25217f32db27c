package dev.ponder.gguf;

import java.util.List;

/** A metadata value. */
public sealed interface GgufValue {

    /** The type it has in the file. */
    GgufType type();

    /**
     * A whole number of any width.
     *
     * @param value the number; for {@link GgufType#UINT64} its 64 bits, which read as negative from 2^63 on
     * @param type its type in the file
     */
    record Whole(long value, GgufType type) implements GgufValue {
        @Override
        public String toString() {
            return type == GgufType.UINT64 ? Long.toUnsignedString(value) : Long.toString(value);
        }
    }

    /**
     * A floating-point number.
     *
     * @param value the number, possibly infinite or not a number
     * @param type its type in the file
     */
    record Real(double value, GgufType type) implements GgufValue {
        @Override
        public String toString() {
            return type == GgufType.FLOAT32 ? Float.toString((float) value) : Double.toString(value);
        }
    }

    /**
     * A truth value.
     *
     * @param value true for any byte but 0
     */
    record Flag(boolean value) implements GgufValue {
        @Override
        public GgufType type() {
            return GgufType.BOOL;
        }

        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    /**
     * A text, exactly as in the file where that is valid UTF-8; to show it, make it visible by {@link VisibleText}.
     *
     * @param value the text
     */
    record Text(String value) implements GgufValue {
        @Override
        public GgufType type() {
            return GgufType.STRING;
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * An array. The values of a long one (a vocabulary) stay in the file; see {@link GgufFile#forEachString} and
     * {@link GgufFile#forEachWhole}.
     *
     * @param elementType type of its elements
     * @param count number of elements
     * @param offset where the first element lies, in bytes from the start of the file
     * @param items the elements if there are at most {@value #KEPT_ITEMS}, else empty
     */
    record Array(GgufType elementType, long count, long offset, List<GgufValue> items) implements GgufValue {

        /** Arrays with more elements than this are not kept in memory. */
        public static final int KEPT_ITEMS = 1024;

        public Array {
            items = List.copyOf(items);
        }

        @Override
        public GgufType type() {
            return GgufType.ARRAY;
        }

        /** Whether {@link #items} holds all elements. */
        public boolean isKept() {
            return items.size() == count;
        }

        @Override
        public String toString() {
            return isKept() ? items.toString() : "[" + count + " × " + elementType.label() + "]";
        }
    }
}

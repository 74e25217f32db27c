package dev.ponder.llama;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/** C strings. Bytes that are not UTF-8 become replacement characters; files are not trusted to hold valid text. */
final class CString {

    /** No text that llama.cpp hands out is longer; a missing terminator must not walk through memory. */
    private static final long CAP = 1 << 24;

    private CString() {}

    @SuppressWarnings("restricted") // a C string has no length: the cap bounds the walk
    static String read(MemorySegment pointer) {
        if (pointer.address() == 0) {
            return "";
        }
        var bytes = pointer.reinterpret(CAP);
        long end = 0;
        while (end < CAP && bytes.get(java.lang.foreign.ValueLayout.JAVA_BYTE, end) != 0) {
            end++;
        }
        return new String(
                bytes.asSlice(0, end).toArray(java.lang.foreign.ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }
}

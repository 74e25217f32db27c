package dev.ponder.engine;

import java.util.Locale;

/** Element type of the KV cache. */
public enum KvType {
    /** Half precision, llama.cpp's default. */
    F16,
    /** Blocks of 32 8-bit values with a scale: 34 bytes for 64, nearly lossless. */
    Q8_0;

    /** The name as llama.cpp and the command line spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

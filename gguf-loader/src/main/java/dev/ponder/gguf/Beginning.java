package dev.ponder.gguf;

import java.util.Locale;

/** Looks at the first bytes of a file and says what it is if it is no GGUF file. */
final class Beginning {
    static final String MAGIC = "GGUF";

    private Beginning() {}

    static void check(HeaderReader in) throws GgufException {
        var start = new StringBuilder();
        for (long i = 0; i < Math.min(in.length(), 16); i++) {
            // one character for each byte: this is no text yet
            start.append((char) in.unsigned(1));
        }
        in.seek(0);
        var found = start.toString();
        if (found.startsWith(MAGIC)) {
            return;
        }
        if (MAGIC.startsWith(found)) {
            throw in.refusal().cutOff(24, in.length());
        }
        throw in.refusal().plainly(guess(found));
    }

    private static String guess(String found) {
        var lower = found.toLowerCase(Locale.ROOT).strip();
        if (lower.startsWith("<!doctype") || lower.startsWith("<html")) {
            return "is a web page, not a model; download the file itself.";
        }
        if (lower.startsWith("version https://")) {
            return "is a Git LFS pointer, not the model; download the file itself.";
        }
        var first = found.substring(0, Math.min(4, found.length()));
        return "is not a GGUF file: it begins with '" + VisibleText.of(first) + "'; choose a file that ends in .gguf.";
    }
}

package dev.ponder.gguf;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of one part of a split model: {@code NAME-00001-of-00003.gguf}, as {@code llama_split_path} writes it.
 *
 * @param prefix what stands before the numbers
 * @param number of this part, from 1
 * @param count of parts
 */
record SplitName(String prefix, int number, int count) {
    private static final Pattern FORM = Pattern.compile("(.+)-(\\d{5})-of-(\\d{5})\\.gguf", Pattern.DOTALL);

    static Optional<SplitName> of(Path file) {
        var name = FORM.matcher(String.valueOf(file.getFileName()));
        return name.matches()
                ? Optional.of(
                        new SplitName(name.group(1), Integer.parseInt(name.group(2)), Integer.parseInt(name.group(3))))
                : Optional.empty();
    }

    SplitName part(int other) {
        return new SplitName(prefix, other, count);
    }

    String fileName() {
        return String.format(Locale.ROOT, "%s-%05d-of-%05d.gguf", prefix, number, count);
    }
}

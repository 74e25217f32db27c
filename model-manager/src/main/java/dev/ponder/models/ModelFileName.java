package dev.ponder.models;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name that a file in the folder of models may have, whatever the system: what somebody else calls a file is never used as
 * a path, only as such a name, or not at all.
 *
 * @param text ends in {@code .gguf}; letters, digits and a few signs
 */
public record ModelFileName(String text) {

    private static final int MOST_CHARACTERS = 160;
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._+()=-]*\\.gguf");
    /** Names that Windows keeps for devices, with any extension. */
    private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    public ModelFileName {
        if (!isUsable(text)) {
            throw new IllegalArgumentException("not the name of a model's file: " + text);
        }
    }

    /**
     * The name that a file is to have here.
     *
     * @param typed the last part of a path or an address; an upper-case extension becomes a lower-case one
     * @return empty where it cannot be used
     */
    public static Optional<ModelFileName> of(String typed) {
        var name = InstalledModel.withoutExtension(typed) + InstalledModel.EXTENSION;
        return InstalledModel.hasExtension(typed) && isUsable(name)
                ? Optional.of(new ModelFileName(name))
                : Optional.empty();
    }

    private static boolean isUsable(String name) {
        return name.length() <= MOST_CHARACTERS
                && PLAIN.matcher(name).matches()
                && !DEVICE.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}

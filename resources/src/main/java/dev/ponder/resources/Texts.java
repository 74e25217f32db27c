package dev.ponder.resources;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the window says, by keys of the form {@code screen.element.role}. */
public final class Texts {

    private static final List<ResourceBundle> FILES = Stream.of(
                    "texts", "texts-second", "texts-keeping", "texts-writing", "texts-markdown")
            .map(Texts::bundle)
            .toList();

    private Texts() {}

    private static ResourceBundle bundle(String name) {
        return ResourceBundle.getBundle("dev.ponder.resources." + name, Locale.ROOT, Texts.class.getClassLoader());
    }

    /**
     * A text as it stands.
     *
     * @throws java.util.MissingResourceException where no text has this key
     */
    public static String of(String key) {
        return FILES.stream()
                .filter(file -> file.containsKey(key))
                .findFirst()
                .orElseGet(FILES::getFirst)
                .getString(key);
    }

    /**
     * A text with values put in, by the rules of {@link MessageFormat} in the user's locale.
     *
     * @throws java.util.MissingResourceException where no text has this key
     */
    public static String of(String key, Object... values) {
        return new MessageFormat(of(key), Locale.getDefault(Locale.Category.FORMAT)).format(values);
    }

    /** All keys, sorted. */
    public static Set<String> keys() {
        return FILES.stream().flatMap(file -> file.keySet().stream()).collect(Collectors.toCollection(TreeSet::new));
    }
}

package dev.ponder.resources;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

/** What the window says, by keys of the form {@code screen.element.role}. */
public final class Texts {

    private static final List<ResourceBundle> BUNDLES =
            List.of(bundle("texts"), bundle("texts-second"), bundle("texts-writing"));

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
        return BUNDLES.stream()
                .filter(bundle -> bundle.containsKey(key))
                .findFirst()
                .orElse(BUNDLES.getFirst())
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
        var keys = new TreeSet<String>();
        BUNDLES.forEach(bundle -> keys.addAll(bundle.keySet()));
        return keys;
    }
}

package dev.ponder.resources;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

/** What the window says, by keys of the form {@code screen.element.role}. */
public final class Texts {

    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("dev.ponder.resources.texts", Locale.ROOT, Texts.class.getClassLoader());

    private Texts() {}

    /**
     * A text as it stands.
     *
     * @throws java.util.MissingResourceException where no text has this key
     */
    public static String of(String key) {
        return BUNDLE.getString(key);
    }

    /**
     * A text with values put in, by the rules of {@link MessageFormat} in the user's locale.
     *
     * @throws java.util.MissingResourceException where no text has this key
     */
    public static String of(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString(key), Locale.getDefault(Locale.Category.FORMAT)).format(values);
    }

    /** All keys, sorted. */
    public static Set<String> keys() {
        return new TreeSet<>(BUNDLE.keySet());
    }
}

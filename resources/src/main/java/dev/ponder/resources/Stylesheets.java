package dev.ponder.resources;

import java.util.Objects;

/** The window's stylesheets, as addresses that the toolkit reads. */
public final class Stylesheets {

    private Stylesheets() {}

    /** Colours of the light theme. */
    public static String light() {
        return address("tokens-light.css");
    }

    /** Colours of the dark theme. */
    public static String dark() {
        return address("tokens-dark.css");
    }

    /** Everything else, alike in both themes. */
    public static String window() {
        return address("ponder.css");
    }

    /** Conversations, alike in both themes. */
    public static String transcript() {
        return address("transcript.css");
    }

    /** The models page, alike in both themes. */
    public static String models() {
        return address("models.css");
    }

    /** Search and what is kept, alike in both themes. */
    public static String keeping() {
        return address("keeping.css");
    }

    private static String address(String name) {
        return Objects.requireNonNull(Stylesheets.class.getResource(name), name).toExternalForm();
    }
}

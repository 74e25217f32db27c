package dev.ponder.ui.markdown;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which addresses a text may lead to. */
public final class Addresses {

    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");
    private static final int LONGEST = 2000;

    private Addresses() {}

    /**
     * An address as a browser or a mail program may be given it: all of it ASCII, so that nothing in it looks like something
     * else.
     *
     * @return empty where it is none, or leads elsewhere than to the web and to mail
     */
    public static String of(@Nullable String destination) {
        if (destination == null || destination.length() > LONGEST) {
            return "";
        }
        try {
            var uri = new URI(destination.strip());
            var scheme = uri.getScheme();
            boolean isKnown = scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
            return isKnown && (uri.isOpaque() || uri.getHost() != null) ? uri.toASCIIString() : "";
        } catch (URISyntaxException _) {
            // most of what is no address was never meant to be one
            return "";
        }
    }
}

package dev.ponder.downloads;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sources as people write them. */
final class SourceText {

    private static final Pattern SHORT = Pattern.compile("(hf|modelscope):([^/]+/[^/]+)/([^@]+)(?:@(.+))?");
    private static final Pattern PAGE =
            Pattern.compile("(/.*)?/([^/]+/[^/]+)/(?:resolve|blob|file/view|raw)/([^/]+)/(.+)");

    private SourceText() {}

    static void requirePlainPath(String path) {
        boolean bad = path.isEmpty()
                || path.chars().anyMatch(c -> c < ' ' || c == '\\')
                || ("/" + path + "/").matches(".*/(\\.{0,2})/.*");
        if (bad) {
            throw new IllegalArgumentException("not a path within a repository: " + path);
        }
    }

    static String of(Source.InRepository source) {
        var repository = source.repository();
        return switch (repository.hub()) {
            case Hub.HuggingFace _ -> "hf:" + shortText(source);
            case Hub.ModelScope _ -> "modelscope:" + shortText(source);
            case Hub.Mirror mirror ->
                mirror.endpoint() + "/" + repository.name() + "/resolve/" + repository.revision() + "/"
                        + encoded(source.file());
        };
    }

    private static String shortText(Source.InRepository source) {
        return source.repository().name() + "/" + source.file() + "@"
                + source.repository().revision();
    }

    /** A path with everything escaped that may not stand in an address. */
    static String encoded(String path) {
        try {
            return new URI(null, null, "/" + path, null)
                    .toASCIIString()
                    .substring(1)
                    .replace("+", "%2B");
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not a path: " + path, e);
        }
    }

    static Optional<Source> parse(String text) {
        try {
            var parts = SHORT.matcher(text);
            return Optional.of(parts.matches() ? ofShort(parts) : ofAddress(new URI(text)));
        } catch (IllegalArgumentException | URISyntaxException _) {
            // neither form, or a form with a name that no hub has
            return Optional.empty();
        }
    }

    private static Source ofShort(Matcher parts) {
        var hub = parts.group(1).equals("hf") ? Hub.HUGGING_FACE : Hub.MODEL_SCOPE;
        return file(hub, parts.group(2), parts.group(4), parts.group(3));
    }

    private static Source ofAddress(URI address) {
        var host = address.getHost();
        if (host == null || !(isHttps(address) || "http".equalsIgnoreCase(address.getScheme()))) {
            throw new IllegalArgumentException("neither a source nor an address: " + address);
        }
        var page = PAGE.matcher(address.getPath());
        if (!page.matches()) {
            return new Source.Address(address);
        }
        var prefix = page.group(1) == null ? "" : page.group(1);
        if (isHost(host, "huggingface.co") || isHost(host, "hf.co")) {
            return file(Hub.HUGGING_FACE, page.group(2), page.group(3), page.group(4));
        }
        if (isHost(host, "modelscope.cn")) {
            return file(Hub.MODEL_SCOPE, page.group(2), page.group(3), page.group(4));
        }
        var endpoint = URI.create(address.getScheme() + "://" + address.getRawAuthority() + prefix);
        return file(new Hub.Mirror(endpoint), page.group(2), page.group(3), page.group(4));
    }

    private static Source file(Hub hub, String repository, @Nullable String revision, String file) {
        var at = revision == null ? Repository.defaultRevision(hub) : revision;
        return new Source.InRepository(new Repository(hub, repository, at), file);
    }

    private static boolean isHttps(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    private static boolean isHost(String host, String site) {
        var lower = host.toLowerCase(Locale.ROOT);
        return lower.equals(site) || lower.equals("www." + site);
    }
}

package dev.ponder.ui.models;

import dev.ponder.downloads.Hub;
import dev.ponder.downloads.Repository;
import java.util.Optional;
import java.util.regex.Pattern;

/** A repository as people write it: {@code owner/name}, or the address of its page. */
final class WrittenRepository {

    private static final Pattern NAME = Pattern.compile("([^/:\\s]+/[^/:\\s]+?)(?:@(\\S+))?");
    private static final Pattern PAGE = Pattern.compile(
            "(?:https://)?(?:www\\.)?(huggingface\\.co|hf\\.co|modelscope\\.cn)(?:/models)?/([^/\\s]+/[^/?#\\s]+)"
                    + "(?:/(?:tree/([^/?#\\s]+)|files|summary)?)?/?(?:[?#].*)?");

    private WrittenRepository() {}

    /**
     * Reads a text.
     *
     * @param hub that a bare name means
     * @return empty where it is neither
     */
    static Optional<Repository> parse(String text, Hub hub) {
        try {
            var page = PAGE.matcher(text);
            if (page.matches()) {
                var host = page.group(1).startsWith("modelscope") ? Hub.MODEL_SCOPE : Hub.HUGGING_FACE;
                return Optional.of(at(host, page.group(2), page.group(3)));
            }
            var name = NAME.matcher(text);
            return name.matches() ? Optional.of(at(hub, name.group(1), name.group(2))) : Optional.empty();
        } catch (IllegalArgumentException _) {
            // in the form of a name, with letters that no hub has
            return Optional.empty();
        }
    }

    private static Repository at(Hub hub, String name, @org.jspecify.annotations.Nullable String revision) {
        var latest = Repository.latest(hub, name);
        return revision == null ? latest : latest.at(revision);
    }
}

package dev.ponder.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.chat.ArchivedConversation;
import dev.ponder.exchange.ForeignTree.Head;
import dev.ponder.exchange.ForeignTree.Node;
import dev.ponder.exchange.Importer.Notes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that Open WebUI exported: {@code chat.history.messages} by id, each with {@code parentId}. Thoughts stand in
 * the text between {@code <details type="reasoning">} and {@code </details>}.
 */
final class OpenWebUiConversation {

    private static final long SECOND = 1_000;
    private static final String MODEL = "Open WebUI";
    private static final String BEGIN = "<details type=\"reasoning\"";
    private static final String END = "</details>";
    private static final String SUMMARY_END = "</summary>";

    private OpenWebUiConversation() {}

    static Optional<ArchivedConversation> read(JsonNode node, Notes notes) {
        var chat = node.path("chat");
        var tree = new ForeignTree();
        int files = 0;
        for (var entry : chat.path("history").path("messages").properties()) {
            var message = entry.getValue();
            var parts = apart(message.path("content").asText(""));
            files += message.path("files").size();
            tree.add(
                    entry.getKey(),
                    new Node(
                            string(message.path("parentId")),
                            role(message.path("role").asText("")),
                            parts.getFirst(),
                            parts.getLast(),
                            millis(message.path("timestamp"), node.path("created_at")),
                            message.path("model").asText(MODEL)));
        }
        if (files > 0) {
            notes.add("has " + files + " files, which were left out");
        }
        var head = new Head(
                string(node.path("id")),
                node.path("title").asText(chat.path("title").asText("")),
                millis(node.path("created_at"), chat.path("timestamp")),
                millis(node.path("updated_at"), node.path("created_at")),
                chat.path("params").path("system").asText(""));
        return tree.conversation(head, string(chat.path("history").path("currentId")), notes);
    }

    private static @Nullable String role(String role) {
        return switch (role) {
            case "user" -> "USER";
            case "assistant" -> "ASSISTANT";
            default -> null;
        };
    }

    /** What was said, and what was thought. */
    private static List<String> apart(String content) {
        var said = new StringBuilder();
        var thoughts = new ArrayList<String>();
        int from = 0;
        for (int begin = content.indexOf(BEGIN); begin >= 0; begin = content.indexOf(BEGIN, from)) {
            int end = content.indexOf(END, begin);
            if (end < 0) {
                break;
            }
            said.append(content, from, begin);
            thoughts.add(thought(content.substring(begin, end)));
            from = end + END.length();
        }
        said.append(content.substring(from));
        return List.of(said.toString().strip(), String.join("\n\n", thoughts));
    }

    private static String thought(String details) {
        int summary = details.indexOf(SUMMARY_END);
        var text = summary < 0
                ? details.substring(details.indexOf('>') + 1)
                : details.substring(summary + SUMMARY_END.length());
        return text.lines()
                .map(line -> line.startsWith("> ") ? line.substring(2) : line.equals(">") ? "" : line)
                .collect(Collectors.joining("\n"))
                .strip()
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static long millis(JsonNode time, JsonNode otherwise) {
        var known = time.isNumber() ? time : otherwise;
        long value = known.isNumber() ? known.longValue() : 0;
        // seconds in most places, milliseconds in some
        return value < 100_000_000_000L ? value * SECOND : value;
    }

    private static @Nullable String string(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }
}

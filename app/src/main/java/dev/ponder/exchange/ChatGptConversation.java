package dev.ponder.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.chat.ArchivedConversation;
import dev.ponder.exchange.ForeignTree.Head;
import dev.ponder.exchange.ForeignTree.Node;
import dev.ponder.exchange.Importer.Notes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A conversation of ChatGPT's {@code conversations.json}: a {@code mapping} of nodes, each with parent and message. */
final class ChatGptConversation {

    private static final double SECOND = 1_000;
    private static final String MODEL = "ChatGPT";

    private ChatGptConversation() {}

    static Optional<ArchivedConversation> read(JsonNode node, Notes notes) {
        var tree = new ForeignTree();
        int leftOut = 0;
        for (var entry : node.path("mapping").properties()) {
            var message = entry.getValue().path("message");
            var text = text(message.path("content"));
            boolean thought = isThought(message);
            boolean hidden = message.path("metadata")
                    .path("is_visually_hidden_from_conversation")
                    .asBoolean();
            leftOut += lost(message, text, thought);
            tree.add(
                    entry.getKey(),
                    new Node(
                            string(entry.getValue().path("parent")),
                            thought || hidden ? null : role(message),
                            text,
                            thought ? text : "",
                            millis(message.path("create_time"), node.path("create_time")),
                            message.path("metadata").path("model_slug").asText(MODEL)));
        }
        if (leftOut > 0) {
            notes.add("has " + leftOut + " messages without text, such as pictures, which were left out");
        }
        var id = string(node.path("conversation_id"));
        var head = new Head(
                id == null ? string(node.path("id")) : id,
                node.path("title").asText(""),
                millis(node.path("create_time"), node),
                millis(node.path("update_time"), node.path("create_time")),
                "");
        return tree.conversation(head, string(node.path("current_node")), notes);
    }

    private static int lost(JsonNode message, String text, boolean thought) {
        return role(message) != null
                        && !thought
                        && text.isBlank()
                        && !message.path("content")
                                .path("parts")
                                .path(0)
                                .asText(" ")
                                .isEmpty()
                ? 1
                : 0;
    }

    private static boolean isThought(JsonNode message) {
        var type = message.path("content").path("content_type").asText("");
        return type.equals("thoughts");
    }

    private static @Nullable String role(JsonNode message) {
        return switch (message.path("author").path("role").asText("")) {
            case "user" -> "USER";
            case "assistant" -> "ASSISTANT";
            default -> null;
        };
    }

    private static String text(JsonNode content) {
        return switch (content.path("content_type").asText("")) {
            case "text", "multimodal_text" -> parts(content.path("parts"));
            case "code", "execution_output" -> content.path("text").asText("");
            case "thoughts" -> thoughts(content.path("thoughts"));
            default -> "";
        };
    }

    private static String parts(JsonNode parts) {
        var text = new StringBuilder();
        for (var part : parts) {
            if (part.isTextual()) {
                text.append(text.isEmpty() ? "" : "\n").append(part.textValue());
            }
        }
        return text.toString();
    }

    private static String thoughts(JsonNode thoughts) {
        var text = new StringBuilder();
        for (var thought : thoughts) {
            text.append(text.isEmpty() ? "" : "\n\n")
                    .append(thought.path("content").asText(""));
        }
        return text.toString();
    }

    private static long millis(JsonNode seconds, JsonNode otherwise) {
        var known = seconds.isNumber() ? seconds : otherwise;
        return known.isNumber() ? (long) (known.doubleValue() * SECOND) : 0;
    }

    private static @Nullable String string(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }
}

package dev.ponder.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.attachments.Attachment;
import dev.ponder.chat.ArchivedConversation;
import dev.ponder.chat.ArchivedConversation.Compared;
import dev.ponder.chat.ArchivedConversation.Said;
import dev.ponder.exchange.Importer.Notes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A conversation of Ponder's own JSON. */
final class OwnConversation {

    static final int MOST_MESSAGES = 100_000;

    /** Of one message. */
    private static final int MOST_ATTACHMENTS = 1000;

    private OwnConversation() {}

    static Optional<ArchivedConversation> read(JsonNode node, Notes notes) {
        var messages = node.path("messages");
        if (!node.path("facts").isObject() || !messages.isArray()) {
            notes.add("has no messages");
            return Optional.empty();
        }
        if (messages.size() > MOST_MESSAGES) {
            notes.add("has more than " + MOST_MESSAGES + " messages");
            return Optional.empty();
        }
        var said = new ArrayList<Said>();
        int leftOut = 0;
        for (var message : messages) {
            var attachments = attachments(message.path("attachments"));
            said.add(new Said(place(message.path("parent")), facts(message.path("facts")), attachments));
            leftOut += message.path("attachments").size() - attachments.size();
        }
        if (leftOut > 0) {
            notes.add("has " + leftOut + " attachments that cannot be read, which were left out");
        }
        var compared = new ArrayList<Compared>();
        for (var pair : node.path("comparisons")) {
            compared.add(new Compared(
                    pair.path("question").asInt(-1),
                    place(pair.path("direct")),
                    place(pair.path("thinking")),
                    place(pair.path("kept")),
                    pair.path("created").asLong()));
        }
        return Optional.of(new ArchivedConversation(
                text(node.path("id")),
                text(node.path("folder")),
                facts(node.path("facts")),
                said,
                place(node.path("leaf")),
                compared));
    }

    private static List<Attachment> attachments(JsonNode node) {
        var attachments = new ArrayList<Attachment>();
        for (var file : node) {
            var name = text(file.path("name"));
            var text = text(file.path("text"));
            var kind = Stream.of(Attachment.Kind.values())
                    .filter(known -> known.name().equals(text(file.path("kind"))))
                    .findFirst();
            if (name != null && text != null && kind.isPresent() && attachments.size() < MOST_ATTACHMENTS) {
                attachments.add(new Attachment(
                        name, kind.get(), Math.max(0, file.path("bytes").asLong()), text));
            }
        }
        return attachments;
    }

    private static Map<String, Object> facts(JsonNode node) {
        var facts = new HashMap<String, Object>();
        for (var fact : node.properties()) {
            if (fact.getValue().isIntegralNumber() && fact.getValue().canConvertToLong()) {
                facts.put(fact.getKey(), fact.getValue().longValue());
            } else if (fact.getValue().isTextual()) {
                facts.put(fact.getKey(), fact.getValue().textValue());
            }
        }
        return facts;
    }

    private static @Nullable Integer place(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : (Integer) node.asInt(-1);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }
}

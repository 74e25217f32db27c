package dev.ponder.exchange;

import dev.ponder.chat.ArchivedConversation;
import dev.ponder.chat.ArchivedConversation.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is read of an archived conversation: the branch that is shown. */
final class ShownBranch {

    private static final int TITLE = 80;

    private ShownBranch() {}

    static List<Said> of(ArchivedConversation conversation) {
        var branch = new ArrayList<Said>();
        for (var place = conversation.leaf(); place != null; ) {
            var said = conversation.messages().get(place);
            branch.add(said);
            place = said.parent();
        }
        return branch.reversed();
    }

    /** Its title, or how it begins. */
    static String title(ArchivedConversation conversation) {
        var title = text(conversation.facts().get("title"));
        if (!title.isBlank() || conversation.messages().isEmpty()) {
            return title;
        }
        var opening = text(conversation.messages().getFirst().facts().get("content"))
                .strip()
                .replaceAll("\\s+", " ");
        return opening.length() <= TITLE ? opening : opening.substring(0, TITLE) + "…";
    }

    /** Who says it. */
    static String speaker(Said said) {
        return switch (text(said.facts().get("role"))) {
            case "USER" -> "You";
            case "TOOL" -> "Tool";
            default -> said.facts().get("model") instanceof String model ? model : "Model";
        };
    }

    static String content(Said said) {
        return text(said.facts().get("content"));
    }

    static String thought(Said said) {
        return text(said.facts().get("reasoning"));
    }

    /** The calls of tools as the model wrote them; empty for none. */
    static String calls(Said said) {
        return text(said.facts().get("tool_calls"));
    }

    /** The names of the files that go with it, each on one line. */
    static List<String> files(Said said) {
        return said.attachments().stream()
                .map(file -> file.name().replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", " "))
                .toList();
    }

    static String when(ArchivedConversation conversation) {
        return conversation.facts().get("created") instanceof Long millis
                ? Instant.ofEpochMilli(millis).toString()
                : "";
    }

    private static String text(@Nullable Object fact) {
        return fact instanceof String text ? text : "";
    }
}

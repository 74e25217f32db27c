package dev.ponder.exchange;

import dev.ponder.chat.ArchivedConversation;
import dev.ponder.chat.ArchivedConversation.Said;
import dev.ponder.exchange.Importer.Notes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The tree of another program's conversation. Nodes that are no messages are taken out, and what follows them follows the
 * message before; a thought that is a node of its own goes to the answer after it.
 */
final class ForeignTree {

    /**
     * A node.
     *
     * @param parent the id of the one it follows; null for a first one
     * @param role USER or ASSISTANT; null for a node that is no message
     * @param content what it says
     * @param thought what was thought before it says that
     * @param created in milliseconds since 1970
     * @param model who says it, for a reply
     */
    record Node(
            @Nullable String parent,
            @Nullable String role,
            String content,
            String thought,
            long created,
            String model) {}

    private record Open(String id, Node node, @Nullable Integer after, String thought) {}

    private static final int LONGEST_TITLE = 200;

    private final Map<String, Node> nodes = new LinkedHashMap<>();

    void add(String id, Node node) {
        nodes.put(id, node);
    }

    /** The conversation that this is; none where nobody says anything. */
    Optional<ArchivedConversation> conversation(Head head, @Nullable String current, Notes notes) {
        if (nodes.size() > OwnConversation.MOST_MESSAGES) {
            notes.add("has more than " + OwnConversation.MOST_MESSAGES + " messages");
            return Optional.empty();
        }
        var places = new HashMap<String, Integer>();
        var said = inOrder(places, notes);
        if (said.isEmpty()) {
            notes.add("has no messages");
            return Optional.empty();
        }
        Integer leaf = current == null ? null : places.get(current);
        return Optional.of(new ArchivedConversation(
                head.id(), null, head.facts(), said, leaf == null ? (Integer) (said.size() - 1) : leaf, List.of()));
    }

    /** The oldest first, but none before the one that it follows. */
    private List<Said> inOrder(Map<String, Integer> places, Notes notes) {
        var children = new HashMap<String, List<String>>();
        var open = new PriorityQueue<Open>(
                Comparator.comparingLong(waiting -> waiting.node().created()));
        nodes.forEach((id, node) -> {
            if (node.parent() == null || !nodes.containsKey(node.parent())) {
                open.add(new Open(id, node, null, ""));
            } else {
                children.computeIfAbsent(node.parent(), _ -> new ArrayList<>()).add(id);
            }
        });
        var said = new ArrayList<Said>();
        int seen = 0;
        while (!open.isEmpty()) {
            var next = open.remove();
            seen++;
            Integer after = next.after();
            var thought = joined(next.thought(), next.node().thought());
            if (next.node().role() != null && !next.node().content().isBlank()) {
                after = said.size();
                said.add(said(next, thought));
                thought = "";
            }
            if (after != null) {
                places.put(next.id(), after);
            }
            for (var child : children.getOrDefault(next.id(), List.of())) {
                open.add(new Open(child, Objects.requireNonNull(nodes.get(child)), after, thought));
            }
        }
        if (seen < nodes.size()) {
            notes.add("has " + (nodes.size() - seen) + " messages that follow each other in a circle");
        }
        return said;
    }

    private static Said said(Open open, String thought) {
        var node = open.node();
        var facts = new HashMap<String, Object>();
        boolean replies = "ASSISTANT".equals(node.role());
        facts.put("role", replies ? "ASSISTANT" : "USER");
        facts.put("content", node.content());
        facts.put("reasoning", replies ? thought : "");
        facts.put("state", "COMPLETE");
        facts.put("created", node.created());
        if (replies) {
            facts.put("model", node.model());
            facts.put("thinking", thought.isEmpty() ? 0L : 1L);
            facts.put("thought_closed", 1L);
        }
        return new Said(open.after(), facts, List.of());
    }

    private static String joined(String before, String thought) {
        return before.isEmpty() ? thought : thought.isEmpty() ? before : before + "\n\n" + thought;
    }

    /**
     * What is known of the conversation as a whole.
     *
     * @param id what it is known by there; null where it has no name
     * @param title of it
     * @param created in milliseconds since 1970
     * @param updated in milliseconds since 1970
     * @param instructions the system prompt; empty for none
     */
    record Head(@Nullable String id, String title, long created, long updated, String instructions) {

        Map<String, Object> facts() {
            var line = title.strip().replaceAll("\\s+", " ");
            return Map.of(
                    "title",
                    line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE),
                    "titled_by",
                    line.isEmpty() ? "NOBODY" : "USER",
                    "created",
                    created,
                    "updated",
                    Math.max(created, updated),
                    "thinking",
                    "AUTO",
                    "system_prompt",
                    instructions,
                    "overflow",
                    "STOP_AND_ASK");
        }
    }
}

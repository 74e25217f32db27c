package dev.ponder.chat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The messages of a conversation. Immutable; ids grow with time. */
public final class MessageTree {

    /** Stands for the parent of first messages, which no row has as its id. */
    private static final long ROOT = 0;

    private final Map<Long, Message> messages;
    private final Map<Long, List<Message>> children;

    private MessageTree(Map<Long, Message> messages) {
        this.messages = messages;
        this.children = new HashMap<>();
        for (var message : messages.values()) {
            children.computeIfAbsent(key(message.parent()), _ -> new ArrayList<>(1))
                    .add(message);
        }
    }

    /** A tree of these messages; each parent is among them. */
    public static MessageTree of(Collection<Message> messages) {
        var byId = new TreeMap<Long, Message>();
        messages.forEach(message -> byId.put(message.id(), message));
        return new MessageTree(byId);
    }

    /** How many messages there are on all branches. */
    public int size() {
        return messages.size();
    }

    /** Whether a message is among these. */
    public boolean contains(long id) {
        return messages.containsKey(id);
    }

    /** All messages, oldest first. */
    public Collection<Message> all() {
        return Collections.unmodifiableCollection(messages.values());
    }

    /**
     * A message by its id.
     *
     * @throws NoSuchElementException where there is none
     */
    public Message get(long id) {
        var message = messages.get(id);
        if (message == null) {
            throw new NoSuchElementException("no message " + id);
        }
        return message;
    }

    /** The messages from the first one to this one; none for null. */
    public List<Message> branch(@Nullable Long leaf) {
        var branch = new ArrayList<Message>();
        for (Long id = leaf; id != null; ) {
            var message = get(id);
            branch.add(message);
            id = message.parent();
        }
        return List.copyOf(branch.reversed());
    }

    /** The versions of a message. */
    public Siblings siblings(long id) {
        var all = children(get(id).parent());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id() == id) {
                return new Siblings(all, i);
            }
        }
        throw new NoSuchElementException("no message " + id);
    }

    /** The end of the branch through a message that was written last. */
    public Message newestLeaf(long id) {
        // an answer is younger than its question: the youngest message below ends the branch used last
        var newest = get(id);
        var open = new ArrayList<>(List.of(newest));
        while (!open.isEmpty()) {
            var message = open.removeLast();
            if (message.id() > newest.id()) {
                newest = message;
            }
            open.addAll(children(message.id()));
        }
        return newest;
    }

    /** This tree with a message added or replaced. */
    public MessageTree with(Message message) {
        var more = new TreeMap<>(messages);
        more.put(message.id(), message);
        return new MessageTree(more);
    }

    private List<Message> children(@Nullable Long parent) {
        return children.getOrDefault(key(parent), List.of());
    }

    private static long key(@Nullable Long parent) {
        return parent == null ? ROOT : parent;
    }
}

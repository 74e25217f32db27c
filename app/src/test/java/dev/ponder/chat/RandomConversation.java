package dev.ponder.chat;

import dev.ponder.qwen.ToolCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Branches as users and models might have made them, with everything in them that could upset a count. */
final class RandomConversation {

    private static final List<String> PIECES = List.of(
            "hello",
            " world",
            "\n",
            "\n\n",
            "  ",
            "你好",
            "مرحبا",
            "👋🏽",
            "<think>",
            "</think>",
            "<|im_start|>",
            "<|im_end|>",
            "<tool_call>",
            "user\n",
            "```java\nint x;\n```",
            "1234567",
            ".",
            " I",
            "'ll",
            "\t",
            "é",
            "/no_think",
            "a".repeat(50));

    private final Random random;
    private final List<Message> branch = new ArrayList<>();

    private RandomConversation(Random random) {
        this.random = random;
    }

    /** A branch that ends with what is to be answered. */
    static List<Message> branch(Random random, int turns) {
        var conversation = new RandomConversation(random);
        for (int turn = 1; turn < turns; turn++) {
            conversation.addTurn();
        }
        conversation.add(Role.USER, MessageText.of(conversation.text(30)));
        if (random.nextInt(4) == 0) {
            conversation.addToolRound();
        }
        return List.copyOf(conversation.branch);
    }

    /** A text of up to so many pieces. */
    static String text(Random random, int pieces) {
        return new RandomConversation(random).text(pieces);
    }

    static Message question(String text) {
        return new Message(1, 1, null, Role.USER, MessageText.of(text), MessageState.COMPLETE, Instant.EPOCH, null);
    }

    static Message reply(Message question, MessageText text) {
        return new Message(
                question.id() + 1,
                question.conversation(),
                question.id(),
                Role.ASSISTANT,
                text,
                MessageState.INTERRUPTED,
                Instant.EPOCH,
                ReplyFacts.beginning("demo", ReplyMode.of(true)));
    }

    private void addTurn() {
        add(Role.USER, MessageText.of(text(30)));
        if (random.nextInt(5) == 0) {
            addToolRound();
        }
        if (random.nextInt(12) != 0) {
            add(Role.ASSISTANT, new MessageText(text(40), random.nextBoolean() ? text(60) : "", List.of()));
        }
    }

    private void addToolRound() {
        var calls = List.of(ToolCall.ofText("look", "{\"at\": 1}"), ToolCall.ofText("see", "{}"));
        add(Role.ASSISTANT, new MessageText(text(5), text(5), calls));
        add(Role.TOOL, MessageText.of(text(10)));
        add(Role.TOOL, MessageText.of(text(10)));
    }

    private void add(Role role, MessageText text) {
        long id = branch.size() + 1L;
        Long parent = branch.isEmpty() ? null : id - 1;
        branch.add(new Message(id, 1, parent, role, text, MessageState.COMPLETE, Instant.EPOCH, null));
    }

    private String text(int pieces) {
        var text = new StringBuilder();
        for (int i = random.nextInt(pieces) + 1; i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}

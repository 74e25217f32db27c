package dev.ponder.qwen;

import java.util.List;

/** Think blocks written inside an answer, as histories of other programs hold them. */
public final class ThinkBlocks {

    private static final String OPEN = "<think>";
    private static final String CLOSE = "</think>";

    private ThinkBlocks() {}

    /** A thought and the answer after it. */
    record Split(String thought, String answer) {}

    /**
     * Splits as the hybrid templates do: the thought is what stands before the first closing tag, after the last
     * opening tag there; the answer is what stands after the last closing tag.
     */
    static Split split(String content) {
        int close = content.indexOf(CLOSE);
        if (close < 0) {
            return new Split("", content);
        }
        String head = stripTrailing(content.substring(0, close));
        int open = head.lastIndexOf(OPEN);
        String thought = open < 0 ? head : head.substring(open + OPEN.length());
        String answer = content.substring(content.lastIndexOf(CLOSE) + CLOSE.length());
        return new Split(stripLeading(thought), stripLeading(answer));
    }

    /**
     * The messages without the thoughts of earlier answers, for a model whose template would show them all: a chat
     * that moves from a thinking model to Instruct-2507.
     *
     * @return new messages; an answer that broke off inside its thought becomes empty
     */
    public static List<ChatMessage> withoutThoughts(List<ChatMessage> messages) {
        return messages.stream().map(ThinkBlocks::withoutThought).toList();
    }

    /** Whether a prompt ends right behind a closed thought that says something, so that its answer comes next. */
    public static boolean endsWithThought(Prompt prompt) {
        var parts = prompt.parts();
        int close = parts.size() - 2;
        return close > 0
                && parts.get(close).equals(new Prompt.Marker(CLOSE))
                && parts.getLast() instanceof Prompt.Text(var blank)
                && blank.isBlank()
                && parts.get(close - 1) instanceof Prompt.Text(var thought)
                && !thought.isBlank();
    }

    private static ChatMessage withoutThought(ChatMessage message) {
        if (!message.is(ChatMessage.ASSISTANT)) {
            return message;
        }
        String answer = message.content();
        if (answer != null) {
            answer = split(answer).answer();
            answer = answer.stripLeading().startsWith(OPEN) ? "" : answer;
        }
        return new ChatMessage(message.role(), answer, null, message.toolCalls());
    }

    static String stripNewlines(String text) {
        return stripLeading(stripTrailing(text));
    }

    static String stripLeading(String text) {
        int from = 0;
        while (from < text.length() && text.charAt(from) == '\n') {
            from++;
        }
        return text.substring(from);
    }

    static String stripTrailing(String text) {
        int to = text.length();
        while (to > 0 && text.charAt(to - 1) == '\n') {
            to--;
        }
        return text.substring(0, to);
    }
}

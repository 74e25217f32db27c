package dev.ponder.qwen;

/** The tags by which a reply is split. */
enum Tag {
    THINK_OPEN("<think>"),
    THINK_CLOSE("</think>"),
    CALL_OPEN("<tool_call>"),
    CALL_CLOSE("</tool_call>");

    private final String text;

    Tag(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}

package dev.ponder.exchange;

import dev.ponder.chat.ArchivedConversation;
import java.io.IOException;
import java.io.Writer;

/** Conversations as Markdown: what was said stands as it was said, thoughts as quotations. */
final class MarkdownPages implements Exporter.Pages {

    private final Writer out;
    private final boolean thoughts;
    private boolean follows;

    MarkdownPages(Writer out, boolean thoughts) {
        this.out = out;
        this.thoughts = thoughts;
    }

    @Override
    public void begin() {}

    @Override
    public void add(ArchivedConversation conversation) throws IOException {
        out.write(follows ? "\n---\n\n" : "");
        follows = true;
        out.write("# " + ShownBranch.title(conversation).replaceAll("\\s+", " ") + "\n\n");
        out.write("*" + ShownBranch.when(conversation) + "*\n");
        if (conversation.facts().get("system_prompt") instanceof String prompt && !prompt.isBlank()) {
            out.write("\n## Instructions\n\n" + prompt + "\n");
        }
        for (var said : ShownBranch.of(conversation)) {
            out.write("\n## " + ShownBranch.speaker(said) + "\n\n");
            var thought = ShownBranch.thought(said);
            if (thoughts && !thought.isBlank()) {
                out.write("> **Thought**\n>\n> " + thought.strip().replace("\n", "\n> ") + "\n\n");
            }
            for (var file : ShownBranch.files(said)) {
                out.write("*Attached: " + file + "*\n\n");
            }
            out.write(ShownBranch.content(said).stripTrailing() + "\n");
            if (!ShownBranch.calls(said).isEmpty()) {
                out.write("\n```json\n" + ShownBranch.calls(said) + "\n```\n");
            }
        }
    }

    @Override
    public void end() {}
}

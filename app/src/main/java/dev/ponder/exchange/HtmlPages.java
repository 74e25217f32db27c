package dev.ponder.exchange;

import dev.ponder.chat.ArchivedConversation;
import java.io.IOException;
import java.io.Writer;

/** Conversations as one page of HTML, in which everything that was said is text: nothing runs, nothing is fetched. */
final class HtmlPages implements Exporter.Pages {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html>
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width">
            <title>Conversations</title>
            <style>
            body { max-width: 44em; margin: 2em auto; padding: 0 1em; font: 16px/1.5 sans-serif; color: #1f2a2a; background: #fff }
            h1 { margin-top: 2em; font-size: 1.4em }
            h2 { margin: 1.5em 0 .3em; font-size: .9em; color: #0f766e }
            .said, .thought, pre { white-space: pre-wrap; overflow-wrap: break-word }
            time, summary, .file { color: #5b6a6a; font-size: .9em }
            .thought { color: #5b6a6a; border-left: 3px solid #cfdada; padding-left: 1em; margin: .5em 0 }
            @media (prefers-color-scheme: dark) { body { color: #dfe7e7; background: #14191a } h2 { color: #5fd0c4 } }
            </style>
            </head>
            <body>
            """;

    private final Writer out;
    private final boolean thoughts;

    HtmlPages(Writer out, boolean thoughts) {
        this.out = out;
        this.thoughts = thoughts;
    }

    @Override
    public void begin() throws IOException {
        out.write(HEAD);
    }

    @Override
    public void add(ArchivedConversation conversation) throws IOException {
        element("h1", "", ShownBranch.title(conversation));
        element("time", "", ShownBranch.when(conversation));
        for (var said : ShownBranch.of(conversation)) {
            element("h2", "", ShownBranch.speaker(said));
            var thought = ShownBranch.thought(said);
            if (thoughts && !thought.isBlank()) {
                out.write("<details><summary>Thought</summary>");
                element("div", " class=\"thought\"", thought.strip());
                out.write("</details>\n");
            }
            for (var file : ShownBranch.files(said)) {
                element("div", " class=\"file\"", "Attached: " + file);
            }
            element("div", " class=\"said\"", ShownBranch.content(said));
            if (!ShownBranch.calls(said).isEmpty()) {
                element("pre", "", ShownBranch.calls(said));
            }
        }
    }

    @Override
    public void end() throws IOException {
        out.write("</body>\n</html>\n");
    }

    private void element(String name, String attributes, String text) throws IOException {
        out.write("<" + name + attributes + ">" + escaped(text) + "</" + name + ">\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

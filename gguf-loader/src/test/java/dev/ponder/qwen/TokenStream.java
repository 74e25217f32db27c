package dev.ponder.qwen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A reply as tokens: bytes of text, cut anywhere, and tags with ids of their own. */
record TokenStream(List<Token> tokens, ThinkingMarkers markers) {

    static final ThinkingMarkers QWEN = new ThinkingMarkers(151667, 151668, 151657, 151658);

    private static final int PLAIN = 1000;
    private static final Pattern TAGS = Pattern.compile("</?(think|tool_call)>");

    record Token(int id, byte[] bytes) {
        static Token plain(byte[] bytes) {
            return new Token(PLAIN, bytes);
        }

        static Token tag(String text) {
            int id =
                    switch (text) {
                        case "<think>" -> QWEN.thinkOpen();
                        case "</think>" -> QWEN.thinkClose();
                        case "<tool_call>" -> QWEN.toolCallOpen();
                        default -> QWEN.toolCallClose();
                    };
            return new Token(id, text.getBytes(UTF_8));
        }
    }

    /** Every tag by its id, the text between in one piece each. */
    static TokenStream byId(String reply) {
        var tokens = new ArrayList<Token>();
        int from = 0;
        for (var found = TAGS.matcher(reply); found.find(); from = found.end()) {
            addPlain(tokens, reply.substring(from, found.start()));
            tokens.add(Token.tag(found.group()));
        }
        addPlain(tokens, reply.substring(from));
        return new TokenStream(tokens, QWEN);
    }

    /** One byte a token, tags spelled out. */
    static TokenStream byteByByte(String reply) {
        var tokens = new ArrayList<Token>();
        for (byte b : reply.getBytes(UTF_8)) {
            tokens.add(Token.plain(new byte[] {b}));
        }
        return new TokenStream(tokens, ThinkingMarkers.IN_TEXT);
    }

    /** Two tokens, cut at a byte, tags spelled out. */
    static TokenStream cutAt(String reply, int at) {
        var bytes = reply.getBytes(UTF_8);
        var tokens = List.of(
                Token.plain(Arrays.copyOf(bytes, at)), Token.plain(Arrays.copyOfRange(bytes, at, bytes.length)));
        return new TokenStream(tokens, ThinkingMarkers.IN_TEXT);
    }

    SplitReply split(ReplyStart start) {
        var reply = new SplitReply();
        var splitter = new ReasoningSplitter(markers, start, reply::accept);
        feed(splitter);
        return reply;
    }

    TokenTally tally(ReplyStart start) {
        var splitter = new ReasoningSplitter(markers, start, _ -> {});
        feed(splitter);
        return splitter.tally();
    }

    private void feed(ReasoningSplitter splitter) {
        var utf8 = new Utf8Stream();
        for (var token : tokens) {
            splitter.token(token.id(), utf8.decode(token.bytes()));
        }
        splitter.finish(utf8.finish());
    }

    private static void addPlain(List<Token> tokens, String text) {
        if (!text.isEmpty()) {
            tokens.add(Token.plain(text.getBytes(UTF_8)));
        }
    }
}

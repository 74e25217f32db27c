package dev.ponder.qwen;

import static dev.ponder.qwen.ReplyStart.ANSWER;
import static dev.ponder.qwen.ReplyStart.INSIDE;
import static dev.ponder.qwen.ReplyStart.OUTSIDE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasoningSplitterTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '#', textBlock = """
            a thought and an answer       | OUTSIDE | <think>~Hm.~</think>~~Yes.             | thought[Hm.] answer[Yes.]
            blank lines around            | OUTSIDE | ~<think>~~~Hm.~ ~</think>~~~~Yes.~     | thought[Hm.] answer[Yes.~]
            indentation stays             | OUTSIDE | <think>~  a~  b</think>~~    code      | thought[  a~  b] answer[    code]
            no thought                    | OUTSIDE | ~ Yes. ~                               | thought[] answer[~ Yes. ~]
            an empty thought              | OUTSIDE | <think>~~</think>~~Yes.                | thought[] answer[Yes.]
            an empty thought before one   | OUTSIDE | <think>~~</think>~~<think>~a~</think>b | thought[a] answer[b]
            opened by the prompt          | INSIDE  | Hm.~</think>~~Yes.                     | thought[Hm.] answer[Yes.]
            opened twice                  | INSIDE  | <think>~Hm.~</think>~~Yes.             | thought[Hm.] answer[Yes.]
            opened twice by the model     | OUTSIDE | <think>~<think>~Hm.~</think>~~Yes.     | thought[Hm.] answer[Yes.]
            opened three times            | OUTSIDE | <think><think><think>Hm.</think>Yes.   | thought[<think>Hm.] answer[Yes.]
            opened again later            | OUTSIDE | <think>a <think> b</think>c            | thought[a <think> b] answer[c]
            going on after a line         | CONTINUED | ~ More.~</think>~~Yes.              | thought[~ More.] answer[Yes.]
            going on in a word            | CONTINUED | ing</think>Yes.                     | thought[ing] answer[Yes.]
            gone on to the end            | CONTINUED | ~</think>~~Yes.                     | thought[] answer[Yes.]
            a tag in what goes on         | CONTINUED | <think>~a</think>b                  | thought[<think>~a] answer[b]
            opened again afterwards       | CONTINUED | a</think>~<think>~~b</think>c       | thought[ab] answer[c]
            never closed                  | OUTSIDE | <think>~Hm. ~                          | thought[Hm. ~] answer[]
            never closed and blank        | INSIDE  | ~ ~                                    | thought[] answer[]
            closed, no answer             | INSIDE  | Hm.</think>~~                          | thought[Hm.] answer[]
            closed but never opened       | OUTSIDE | </think>~~Yes.                         | thought[] answer[Yes.]
            a leftover on a line          | OUTSIDE | Yes.~</think>~~More.                   | thought[] answer[Yes.~~~More.]
            a leftover before a blank line| OUTSIDE | Yes.</think>~~More.                    | thought[] answer[Yes.~~More.]
            a leftover at the end         | OUTSIDE | Yes.</think>~                          | thought[] answer[Yes.~]
            closed twice                  | INSIDE  | a</think>~~</think>~~b                 | thought[a] answer[b]
            closed again after more       | INSIDE  | a</think>~b~</think>~~c                | thought[a] answer[b~~~c]
            a closing tag in a sentence   | OUTSIDE | The </think> tag.                      | thought[] answer[The </think> tag.]
            a pair in the answer          | INSIDE  | a</think>b <think>~c~</think>~d        | thought[a] answer[b <think>~c~</think>~d]
            a fenced closing tag          | INSIDE  | a</think>b~```~</think>~```            | thought[a] answer[b~```~</think>~```]
            quoted in a thought           | OUTSIDE | <think>"</think>" `<think>`</think>a   | thought["</think>" `<think>`] answer[a]
            quoted in an answer           | INSIDE  | a</think>`</think>` '<tool_call>'      | thought[a] answer[`</think>` '<tool_call>']
            a quote before the end        | INSIDE  | say "a"</think>~b                      | thought[say "a"] answer[b]
            thinking not possible         | ANSWER  | ~<think>a</think>b                     | thought[] answer[~<think>a</think>b]
            closed by prompt and model    | ANSWER  | </think>~~Yes.                         | thought[] answer[Yes.]
            tags that never finish        | OUTSIDE | <think>a </thin b</think>c <thin       | thought[a </thin b] answer[c <thin]
            nothing at all                | OUTSIDE | ##                                     | thought[] answer[]
            """)
    void splitsHoweverItIsCut(String name, ReplyStart start, String reply, String expected) {
        assertSplits(start, reply.replace('~', '\n'), expected.replace('~', '\n'));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '#', textBlock = """
            after an answer           | ANSWER  | Wait.~<tool_call>~{"a":1}~</tool_call>          | thought[] answer[Wait.] calls[{"a":1} true]
            two in a row              | ANSWER  | <tool_call>{}</tool_call>~<tool_call>{}</tool_call>~ | thought[] answer[] calls[{} true, {} true]
            after a thought           | OUTSIDE | <think>~a~</think>~~<tool_call>~{}~</tool_call> | thought[a] answer[] calls[{} true]
            ends the thought          | INSIDE  | a~<tool_call>~{}~</tool_call>                   | thought[a] answer[] calls[{} true]
            ends it before the tag    | INSIDE  | a~<tool_call>~{}~</tool_call>~</think>~~b       | thought[a] answer[b] calls[{} true]
            at once                   | OUTSIDE | <tool_call>~{}~</tool_call>                     | thought[] answer[] calls[{} true]
            named in a thought        | INSIDE  | a <tool_call> is~</think>b                      | thought[a <tool_call> is] answer[b]
            broken off                | ANSWER  | <tool_call>~{"a"~                               | thought[] answer[] calls[{"a" false]
            the next begins too early | ANSWER  | <tool_call>{}~<tool_call>{}</tool_call>         | thought[] answer[] calls[{} false, {} true]
            opened twice              | ANSWER  | <tool_call>~<tool_call>{}</tool_call>           | thought[] answer[] calls[{} true]
            closed twice              | ANSWER  | <tool_call>{}</tool_call>~</tool_call>a         | thought[] answer[a] calls[{} true]
            tags in a string          | ANSWER  | <tool_call>{"a":"\\"</tool_call>"}</tool_call>  | thought[] answer[] calls[{"a":"\\"</tool_call>"} true]
            a quote too many          | ANSWER  | <tool_call>{"a}~</tool_call>b                   | thought[] answer[b] calls[{"a} true]
            fenced                    | ANSWER  | So:~```~<tool_call>~```                         | thought[] answer[So:~```~<tool_call>~```]
            an answer after           | ANSWER  | <tool_call>{}</tool_call>~~Done.                | thought[] answer[Done.] calls[{} true]
            """)
    void findsToolCalls(String name, ReplyStart start, String reply, String expected) {
        assertSplits(start, reply.replace('~', '\n'), expected.replace('~', '\n'));
    }

    @Test
    void takesASpelledOutTagForTextWhereTheTagHasAnId() {
        var spelled = TokenStream.byteByByte("a </think> b\n<tool_call>{}</tool_call>");
        var tokens = new ArrayList<>(spelled.tokens());
        tokens.add(TokenStream.Token.tag("</think>"));

        var reply = new TokenStream(tokens, TokenStream.QWEN).split(INSIDE);

        assertEquals("thought[a </think> b\n<tool_call>{}</tool_call>] answer[]", reply.toString());
    }

    @Test
    void reportsNoThoughtWhereItIsBlank() {
        assertEquals(
                0,
                TokenStream.byId("<think>\n \n</think>\n\nYes.").split(OUTSIDE).thoughts());
        assertEquals(
                1,
                TokenStream.byId("<think>\na\n</think>\n\nYes.").split(OUTSIDE).thoughts());
    }

    @Test
    void leavesAnUnfinishedThoughtOpen() {
        assertTrue(TokenStream.byId("<think>\na\n").split(OUTSIDE).thoughtIsOpen());
        assertFalse(TokenStream.byId("<think>\na\n</think>").split(OUTSIDE).thoughtIsOpen());
    }

    @Test
    void showsTextAsSoonAsItIsCertain() {
        var reply = new SplitReply();
        var splitter = new ReasoningSplitter(TokenStream.QWEN, OUTSIDE, reply::accept);

        splitter.token(TokenStream.QWEN.thinkOpen(), "<think>");
        splitter.token(1, "\nHm");
        assertEquals("Hm", reply.thought());
        assertTrue(splitter.inThought());
        splitter.token(2, ".\n");
        assertEquals("Hm.", reply.thought());
        splitter.token(TokenStream.QWEN.thinkClose(), "");
        assertFalse(splitter.inThought());
        splitter.token(3, "\n\nYes");
        assertEquals("Yes", reply.answer());
    }

    @Test
    void countsEachTokenOnce() {
        // <think> | \n | Hm | .\n | </think> | \n\n | Yes | . | \n | <tool_call> | \n{} | \n | </tool_call>
        var tokens = new ArrayList<TokenStream.Token>();
        for (var text : List.of("<think>", "\n", "Hm", ".\n", "</think>", "\n\n", "Yes", ".", "\n")) {
            tokens.add(text.endsWith("think>") ? TokenStream.Token.tag(text) : plain(text));
        }
        tokens.add(TokenStream.Token.tag("<tool_call>"));
        tokens.add(plain("\n{}"));
        tokens.add(plain("\n"));
        tokens.add(TokenStream.Token.tag("</tool_call>"));

        assertEquals(new TokenTally(2, 3, 8), new TokenStream(tokens, TokenStream.QWEN).tally(OUTSIDE));
    }

    @Test
    void countsPartsOfACodePointWithTheWhole() {
        var stream = TokenStream.byteByByte("😀");

        assertEquals(new TokenTally(4, 0, 0), stream.tally(INSIDE));
        assertEquals(new TokenTally(0, 4, 0), stream.tally(ANSWER));
    }

    @Test
    void showsACodePointBrokenOffByATagAsReplacement() {
        var tokens = List.of(
                plain("a"),
                TokenStream.Token.plain(new byte[] {(byte) 0xF0, (byte) 0x9F}),
                TokenStream.Token.tag("</think>"),
                plain("b"));

        var stream = new TokenStream(tokens, TokenStream.QWEN);

        assertEquals("thought[a\uFFFD] answer[b]", stream.split(INSIDE).toString());
        assertEquals(4, stream.tally(INSIDE).total());
    }

    @Test
    void splitsTextThatNoTokenBroughtWithoutCountingIt() {
        var reply = new SplitReply();
        var splitter = new ReasoningSplitter(ThinkingMarkers.IN_TEXT, OUTSIDE, reply::accept);

        splitter.text("<think>a</think>b");
        splitter.finish("");

        assertEquals("thought[a] answer[b]", reply.toString());
        assertEquals(0, splitter.tally().total());
    }

    @Test
    void obeysForcedTagsWithoutCountingThem() {
        var reply = new SplitReply();
        var splitter = new ReasoningSplitter(TokenStream.QWEN, INSIDE, reply::accept);

        splitter.token(1, "Long");
        splitter.forced(2, "\n\nEnough.\n");
        splitter.forced(TokenStream.QWEN.thinkClose(), "</think>");
        splitter.forced(3, "\n\n");
        splitter.token(4, "Yes.");
        splitter.finish("");

        assertEquals("thought[Long\n\nEnough.] answer[Yes.]", reply.toString());
        assertEquals(new TokenTally(1, 1, 0), splitter.tally());
    }

    private static void assertSplits(ReplyStart start, String reply, String expected) {
        var readable = new ArrayList<String>();
        var streams = new ArrayList<>(List.of(TokenStream.byId(reply), TokenStream.byteByByte(reply)));
        for (int at = 0; at <= reply.getBytes(UTF_8).length; at++) {
            streams.add(TokenStream.cutAt(reply, at));
        }
        for (var stream : streams) {
            readable.add(stream.split(start).toString());
            assertEquals(stream.tokens().size(), stream.tally(start).total());
        }
        assertTrue(readable.stream().allMatch(expected::equals), () -> expected + " but was " + readable);
    }

    private static TokenStream.Token plain(String text) {
        return TokenStream.Token.plain(text.getBytes(UTF_8));
    }
}

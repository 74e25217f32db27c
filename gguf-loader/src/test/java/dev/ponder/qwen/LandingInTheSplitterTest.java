package dev.ponder.qwen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that is written into a reply at any point of its thought ends the thought, and what follows is the answer. */
class LandingInTheSplitterTest {

    private static final int STREAMS = "acceptance".equals(System.getProperty("ponder.counts")) ? 50_000 : 5_000;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsEveryThoughtWhereverItIsCut(boolean ids) {
        var random = new Random(ids ? 24 : 26);
        int landed = 0;
        for (int i = 0; i < STREAMS; i++) {
            var reply = new RandomReply(random, ids);
            var tokens = reply.cut().tokens();
            var split = new SplitReply();
            var splitter = new ReasoningSplitter(reply.markers(), reply.start(), split::accept);
            var utf8 = new Utf8Stream();
            feed(splitter, utf8, tokens.subList(0, random.nextInt(tokens.size() + 1)));
            splitter.settle();
            if (splitter.inThought() && !splitter.answered()) {
                landed++;
                land(splitter, utf8, ids);
                assertFalse(splitter.inThought(), reply::toString);
                splitter.token(1, utf8.decode("Yes.".getBytes(UTF_8)));
                splitter.finish(utf8.finish());
                assertEquals("Yes.", split.answer(), reply::toString);
                assertTrue(split.thought().endsWith(ThinkingBudget.SENTENCE), reply::toString);
                assertFalse(split.thoughtIsOpen(), reply::toString);
            }
        }
        assertTrue(landed > STREAMS / 10, "landed: " + landed);
    }

    private static void feed(ReasoningSplitter splitter, Utf8Stream utf8, List<TokenStream.Token> tokens) {
        for (var token : tokens) {
            splitter.token(token.id(), utf8.decode(token.bytes()));
        }
    }

    private static void land(ReasoningSplitter splitter, Utf8Stream utf8, boolean ids) {
        for (var part : ThinkingBudget.LANDING.parts()) {
            switch (part) {
                case Prompt.Marker(var text)
                when ids -> splitter.forced(TokenStream.Token.tag(text).id(), utf8.decode(text.getBytes(UTF_8)));
                case Prompt.Marker(var text) -> splitter.forced(1, utf8.decode(text.getBytes(UTF_8)));
                case Prompt.Text(var text) -> splitter.forced(1, utf8.decode(text.getBytes(UTF_8)));
                case Prompt.Tokens _ -> throw new AssertionError("the landing is text");
            }
        }
    }
}

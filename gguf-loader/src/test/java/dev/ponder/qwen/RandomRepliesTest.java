package dev.ponder.qwen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each character lands in the right pane and each token in the right count, however the reply is cut. */
class RandomRepliesTest {

    /** 100,000 streams in all; a tenth of them in a quick run. */
    private static final int STREAMS = "acceptance".equals(System.getProperty("ponder.counts")) ? 50_000 : 5_000;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void splitsEveryReplyAsItWasPutTogether(boolean ids) {
        var random = new Random(ids ? 151_667 : 151_668);
        for (int i = 0; i < STREAMS; i++) {
            var reply = new RandomReply(random, ids);
            var cut = reply.cut();

            var stream = new TokenStream(cut.tokens(), reply.markers());
            var split = stream.split(reply.start());

            assertEquals(reply.shown(RandomReply.Pane.THOUGHT), split.thought(), reply::toString);
            assertEquals(reply.shown(RandomReply.Pane.ANSWER), split.answer(), reply::toString);
            assertEquals(reply.calls(), split.calls(), reply::toString);
            assertEquals(reply.thoughtIsOpen(), split.thoughtIsOpen(), reply::toString);
            assertEquals(cut.tally(), stream.tally(reply.start()), reply::toString);
        }
    }
}

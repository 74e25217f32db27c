package dev.ponder.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Headless;
import dev.ponder.ui.transcript.ShownTurn;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The engine process is killed in the middle of a reply, and the window goes on. */
@DisabledOnOs(OS.WINDOWS)
class EngineKilledTest {

    private static final int KILLS = "acceptance".equals(System.getProperty("ponder.counts")) ? 20 : 2;
    private static final String CUT = "Count from 1 to 200.";

    @TempDir
    private Path data;

    @Test
    void whatWasSaidStaysAndTheNextReplyWorks() throws Exception {
        try (var ponder = RunningPonder.ready(data)) {
            for (int kill = 0; kill < KILLS; kill++) {
                Headless.run(ponder.parts()::dismissBanners);
                var before = killInTheMiddleOf(ponder);

                Headless.await(() -> !ponder.parts().isReplying());
                var after = ponder.shown();
                assertEquals(CUT, after.question());
                assertTrue(after.reply().startsWith(before.reply()), after.reply() + " after " + before.reply());
                Headless.await(() -> ponder.parts().banners().contains(Texts.of("chat.engine.again")));
                assertTrue(Headless.call(() -> ponder.parts().continueButton().isPresent()));

                assertTrue(ponder.answerTo("What is 345 + 678?").reply().endsWith("345+678=1023"));
            }
        }
    }

    @Test
    void whatWasCutOffGoesOnToItsEnd() throws Exception {
        try (var ponder = RunningPonder.ready(data)) {
            var before = killInTheMiddleOf(ponder);
            Headless.await(() -> !ponder.parts().isReplying()
                    && ponder.parts().continueButton().isPresent());

            Headless.run(() -> ponder.parts().continueButton().orElseThrow().fire());
            Headless.await(() -> !ponder.parts().isReplying());

            var whole = ponder.shown();
            assertTrue(whole.reply().startsWith(before.reply()), whole.reply());
            assertTrue(whole.reply().contains("199,200"), whole.reply());
            assertFalse(Headless.call(() -> ponder.parts().continueButton().isPresent()));
        }
    }

    /** What the window shows of a reply at the moment its engine is killed. */
    private static ShownTurn killInTheMiddleOf(RunningPonder ponder) throws InterruptedException {
        var engine = RunningPonder.engine();
        try (var _ = new EngineBrake(engine.pid())) {
            ponder.ask(CUT);
            Headless.await(() -> ponder.parts().shown().reply().length() > 20);
        }
        var shown = ponder.shown();
        assertTrue(Headless.call(() -> ponder.parts().isReplying()), "the reply was over too soon");
        engine.destroyForcibly();
        return shown;
    }
}

package dev.ponder.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.store.SmallDisk;
import dev.ponder.ui.common.Headless;
import dev.ponder.ui.transcript.ShownTurn;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The disk fills up under the window. */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {

    private static final String FULL = "The disk is full";
    private static final String LONG = "Count from 1 to 200.";

    @TempDir
    private Path folder;

    @Test
    void aReplyGoesOnWithoutRoomAndIsKeptOnceThereIsSome() throws Exception {
        try (var disk = SmallDisk.mount(folder.resolve("disk"), 12)) {
            var data = disk.folder().resolve("data");
            String shown;
            try (var ponder = RunningPonder.ready(data)) {
                try (var _ = new EngineBrake(RunningPonder.engine().pid())) {
                    ponder.ask(LONG);
                    Headless.await(() -> ponder.parts().shown().reply().length() > 20);
                    fill(disk);
                    Headless.await(() -> ponder.parts().hasBanner(FULL));
                }
                Headless.await(() -> ponder.parts().shown().reply().contains("199,200"));
                Files.delete(ballast(disk));
                Headless.await(
                        () -> !ponder.parts().isReplying() && !ponder.parts().hasBanner(FULL));
                shown = ponder.shown().reply();
            }
            var kept = KeptData.read(data, folder.resolve("copy"));
            assertEquals(
                    shown, ShownTurn.bare(kept.reply(LONG).orElseThrow().text().content()));
        }
    }

    @Test
    void aQuestionThatCannotBeKeptStaysInTheComposer() throws Exception {
        try (var disk = SmallDisk.mount(folder.resolve("disk"), 12);
                var ponder = RunningPonder.ready(disk.folder().resolve("data"))) {
            fill(disk);
            ponder.ask("What is 345 + 678?");
            Headless.await(
                    () -> ponder.parts().hasBanner(FULL) && ponder.parts().isReady());
            assertEquals(
                    "What is 345 + 678?",
                    Headless.call(() -> ponder.parts().text().getText()));
            Files.delete(ballast(disk));
            ponder.keyboard().press(KeyCode.ENTER);
            Headless.await(() -> !ponder.parts().isReplying() && !ponder.parts().hasBanner(FULL));
            assertTrue(ponder.shown().reply().endsWith("345+678=1023"));
        }
    }

    private static Path ballast(SmallDisk disk) {
        return disk.folder().resolve("ballast");
    }

    private static void fill(SmallDisk disk) {
        try (OutputStream out = Files.newOutputStream(ballast(disk))) {
            while (true) {
                out.write(new byte[512]);
            }
        } catch (IOException _) {
            // full, which was the aim
        }
    }
}

package dev.ponder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ponder.engine.host.EngineCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The image's launcher of the engine process and the application start it with the same options. */
class EngineOptionsTest {

    @Test
    void theLauncherOfTheImageHasTheOptionsOfTheApplication() throws IOException {
        var file = Path.of(System.getProperty("ponder.root"), "installer/src/launcher/ponder-engine.args");
        var inImage = Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        var words = EngineCommand.ofThisRuntime(Path.of("crash")).words();
        var ofApplication = words.subList(1, words.size()).stream()
                .takeWhile(word -> !word.startsWith("-XX:ErrorFile="))
                .toList();
        assertEquals(ofApplication, inImage.subList(0, inImage.size() - 1));
        assertEquals(words.getLast(), inImage.getLast());
    }
}

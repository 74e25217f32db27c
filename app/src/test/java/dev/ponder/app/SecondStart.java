package dev.ponder.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A program that starts beside another one; prints what became of it, and holds on until its input ends. */
final class SecondStart {

    private SecondStart() {}

    public static void main(String... arguments) throws Exception {
        var words = List.of(arguments);
        var instance = SingleInstance.acquire(
                Path.of(words.getFirst()), words.subList(1, words.size()), Duration.ofSeconds(30));
        System.out.println(instance.isPresent() ? "first" : "called");
        if (instance.isPresent()) {
            while (System.in.read() >= 0) {
                // until the test lets go
            }
            instance.get().close();
        }
    }
}

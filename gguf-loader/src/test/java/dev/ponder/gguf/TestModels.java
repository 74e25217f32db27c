package dev.ponder.gguf;

import java.nio.file.Path;

/** Where tests find the demo model, and how much of a long series they run. */
final class TestModels {
    private TestModels() {}

    static Path demo() {
        return Path.of(System.getProperty("ponder.demo.model"));
    }

    /** The count that an issue names, or a tenth of it unless everything is asked for. */
    static int count(int full) {
        return "acceptance".equals(System.getProperty("ponder.counts")) ? full : full / 10;
    }
}

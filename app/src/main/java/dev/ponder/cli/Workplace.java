package dev.ponder.cli;

/**
 * What the commands work with; tests bring their own.
 *
 * @param streams where they read and write
 * @param engines starts engines
 * @param models finds model files
 * @param installation what is installed where
 * @param interrupts Ctrl+C
 */
record Workplace(
        Streams streams, EngineSource engines, ModelSource models, Installation installation, Interrupts interrupts) {

    /** A sentence for the user on standard error. */
    void say(String sentence) {
        streams.err().print(SafeText.line(sentence) + "\n");
        streams.err().flush();
    }
}

package dev.ponder.cli;

import dev.ponder.qwen.ThinkingMode;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * A conversation whose turns are the lines of a text, as from a pipe. Blank lines are no turns; the first turn that fails
 * ends it.
 *
 * @param conversation receives the turns
 * @param mode whether to think
 * @param outputs a new output for each reply
 */
record LineChat(Conversation conversation, ThinkingMode mode, Supplier<ReplyOutput> outputs) {

    /**
     * Takes all turns.
     *
     * @return how the last reply ended
     * @throws CliException when there is no turn at all, or the model cannot do what was asked
     * @throws IOException when the lines cannot be read
     */
    Reply.Outcome run(BufferedReader lines) throws CliException, IOException {
        Reply.Outcome last = null;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isBlank()) {
                continue;
            }
            last = conversation.turn(line, mode, outputs.get());
            if (last.exitCode() != ExitCode.DONE) {
                return last;
            }
        }
        if (last == null) {
            throw CliException.badInput(
                    "empty-prompt",
                    "There is nothing to answer: standard input holds no text and no prompt was given.");
        }
        return last;
    }
}

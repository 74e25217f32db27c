package dev.ponder.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.ponder.engine.GenerationEvent.StopReason;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Many chats, one a line, each answered by itself. A chat that fails leaves the others alone; the exit code tells of the
 * worst.
 */
final class BatchChat {

    private final Workplace workplace;
    private final ChatSession session;
    private final ThinkingOption thinking;
    private final @Nullable String system;
    private final @Nullable String conversation;
    private boolean failed;
    private boolean badInput;

    /**
     * A batch.
     *
     * @param workplace streams
     * @param session the model
     * @param thinking what was typed about thinking; a line's own {@code think} counts where nothing was
     * @param system instructions for each chat, or null
     * @param conversation for the engine to reuse prefixes between the chats, or null to start each from nothing
     */
    BatchChat(
            Workplace workplace,
            ChatSession session,
            ThinkingOption thinking,
            @Nullable String system,
            @Nullable String conversation) {
        this.workplace = workplace;
        this.session = session;
        this.thinking = thinking;
        this.system = system;
        this.conversation = conversation;
    }

    /**
     * Answers all chats.
     *
     * @param lines UTF-8 text
     * @param source what the user calls it
     * @return the exit code
     * @throws IOException when the lines cannot be read
     */
    int run(BufferedReader lines, String source) throws IOException {
        int number = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            var outcome = answer(line, source, number);
            if (outcome != null && outcome.reason() == StopReason.CANCELLED) {
                return outcome.exitCode();
            }
        }
        return failed ? ExitCode.FAILED : badInput ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }

    private Reply.@Nullable Outcome answer(String line, String source, int number) {
        JsonNode name = IntNode.valueOf(number);
        try {
            var reader = new ChatInputReader(source, number);
            var json = reader.json(line.getBytes(StandardCharsets.UTF_8));
            name = json.path("id").isMissingNode() ? name : json.path("id");
            var chat = reader.chat(json).withSystem(system);
            var output = new JsonOutput(workplace.streams(), name);
            var outcome =
                    session.reply(chat, thinking.mode(session.auto() ? null : chat.thinking()), conversation, output);
            if (outcome.failure() != null) {
                note(name, outcome.exitCode(), outcome.failure().message());
            }
            return outcome;
        } catch (CliException refused) {
            new JsonOutput(workplace.streams(), name).refuse(refused);
            note(name, refused.exitCode(), refused.sentence());
            return null;
        }
    }

    private void note(JsonNode name, int exitCode, String sentence) {
        badInput |= exitCode == ExitCode.BAD_INPUT;
        failed |= exitCode != ExitCode.BAD_INPUT;
        workplace.say("Case " + name.asText() + ": " + sentence);
    }
}

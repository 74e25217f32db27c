package dev.ponder.cli;

import dev.ponder.qwen.ChatMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where a chat's messages come from. */
final class ChatSource {

    @Parameters(arity = "0..1", paramLabel = "PROMPT", description = "What to say.")
    @Nullable String prompt;

    @Option(
            names = "--messages",
            paramLabel = "FILE|-",
            description = "Answer a chat: a JSON object with messages and perhaps tools, or an array of messages.")
    @Nullable String messages;

    @Option(
            names = "--batch",
            paramLabel = "FILE|-",
            description = "Answer many chats, one JSON object a line, perhaps with id and think; implies --json.")
    @Nullable String batch;

    /**
     * Makes sure that there is one source at most.
     *
     * @throws CliException when there are two, or an empty prompt
     */
    void check() throws CliException {
        int given = (prompt == null ? 0 : 1) + (messages == null ? 0 : 1) + (batch == null ? 0 : 1);
        if (given > 1) {
            throw CliException.badInput("bad-option", "A prompt, --messages and --batch exclude each other: give one.");
        }
        if (prompt != null && prompt.isBlank()) {
            throw CliException.badInput("empty-prompt", "The prompt is empty: there is nothing to answer.");
        }
    }

    /**
     * The one chat to answer.
     *
     * @param system instructions in front, or null
     * @return null where lines are to come
     */
    @Nullable ChatInput chat(Streams streams, @Nullable String system) throws CliException {
        if (prompt != null) {
            return ChatInput.of(List.of(ChatMessage.user(prompt))).withSystem(system);
        }
        return messages == null
                ? null
                : ChatInputReader.readFile(messages, streams).withSystem(system);
    }

    /**
     * The lines of a batch.
     *
     * @return null where none was asked for; closed by the caller
     */
    @Nullable BufferedReader lines(Streams streams) throws CliException {
        if (batch == null) {
            return null;
        }
        try {
            var in = batch.equals(ChatInputReader.STANDARD_INPUT) ? streams.in() : Files.newInputStream(Path.of(batch));
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException | InvalidPathException failure) {
            throw ChatInputReader.unreadable(batch, failure);
        }
    }

    /** What the user calls the batch. */
    String batchName() {
        return batch == null ? "" : ChatInputReader.name(batch);
    }
}

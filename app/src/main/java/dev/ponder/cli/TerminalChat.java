package dev.ponder.cli;

import dev.ponder.qwen.ThinkingMode;
import java.io.PrintStream;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A conversation with a person at a terminal. Ctrl+C ends a reply, and at the prompt the chat. */
final class TerminalChat {

    private static final Pattern COMMAND = Pattern.compile("/[a-z][a-z_-]*");
    private static final String HELP = """
            /think      think before answering
            /no-think   answer at once
            /new        forget the conversation
            /exit       leave, as Ctrl+D does
            Ctrl+C      end the reply; at the prompt, leave
            """;

    private final Workplace workplace;
    private final Supplier<Conversation> conversations;
    private final Supplier<ReplyOutput> outputs;
    private Conversation conversation;
    private ThinkingMode mode;

    /**
     * A chat.
     *
     * @param workplace streams and Ctrl+C
     * @param conversations new conversations
     * @param mode whether to think, until the person says otherwise
     * @param outputs a new output for each reply
     */
    TerminalChat(
            Workplace workplace,
            Supplier<Conversation> conversations,
            ThinkingMode mode,
            Supplier<ReplyOutput> outputs) {
        this.workplace = workplace;
        this.conversations = conversations;
        this.outputs = outputs;
        this.conversation = conversations.get();
        this.mode = mode;
    }

    /**
     * Talks until the person leaves.
     *
     * @param greeting the first line
     * @return the exit code
     */
    int run(String greeting) {
        workplace.say(greeting + " /help lists the commands.");
        var keyboard = new TypedLines(workplace.streams().in(), workplace.interrupts());
        while (true) {
            print("> ");
            switch (keyboard.next()) {
                case TypedLines.Input.End _ -> {
                    print("\n");
                    return ExitCode.DONE;
                }
                case TypedLines.Input.Interrupt _ -> {
                    print("\n");
                    return ExitCode.INTERRUPTED;
                }
                case TypedLines.Input.Line(var text) -> {
                    if (text.strip().equals("/exit")) {
                        return ExitCode.DONE;
                    }
                    onLine(text);
                }
            }
        }
    }

    private void onLine(String text) {
        if (text.isBlank()) {
            return;
        }
        if (COMMAND.matcher(text.strip()).matches()) {
            onCommand(text.strip());
            return;
        }
        try {
            var outcome = conversation.turn(text, mode, outputs.get());
            if (outcome.exitCode() == ExitCode.INTERRUPTED) {
                workplace.say("(stopped)");
            }
        } catch (CliException refused) {
            workplace.say(refused.sentence());
        }
    }

    private void onCommand(String command) {
        switch (command) {
            case "/help" -> print(HELP);
            case "/think" -> mode = ThinkingMode.ON;
            case "/no-think", "/no_think" -> mode = ThinkingMode.OFF;
            case "/new" -> {
                conversation = conversations.get();
                workplace.say("A new conversation begins.");
            }
            default -> workplace.say("There is no command " + command + "; /help lists them.");
        }
    }

    private void print(String text) {
        // standard output belongs to the answers, so that it can go to a file
        PrintStream err = workplace.streams().err();
        err.print(text);
        err.flush();
    }
}

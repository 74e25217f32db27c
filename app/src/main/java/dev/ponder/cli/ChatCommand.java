package dev.ponder.cli;

import dev.ponder.engine.ThinkingLimit;
import dev.ponder.qwen.ThinkingMode;
import dev.ponder.resources.DemoModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ponder chat}. */
@Command(
        name = "chat",
        description = "Talks to a model.",
        footer = {
            "",
            "With a prompt: one turn. Without: a chat on a terminal; from a pipe, each line is one turn of the same"
                    + " conversation. The answer goes to standard output, the thought to standard error. Nothing is"
                    + " stored."
        })
final class ChatCommand implements Callable<Integer> {

    /** The conversation whose KV cache the engine keeps between turns. */
    private static final String CONVERSATION = "command-line";

    private final Workplace workplace;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-m", "--model"},
            paramLabel = "MODEL",
            description = "A GGUF file or the id of a model (default: the demo model).")
    String model = DemoModel.ID;

    @Mixin
    ThinkingOption thinking = new ThinkingOption();

    @Option(
            names = "--auto",
            description = "Decide for each message whether to think: by rules, and where they are unsure by the model.")
    boolean auto;

    @Option(names = "--system", paramLabel = "TEXT", description = "Instructions before the first message.")
    @Nullable String system;

    @Option(
            names = "--think-budget",
            paramLabel = "N",
            description = "Most tokens of thought before the model is brought to its answer (default: as many as leave"
                    + " room for one).")
    @Nullable Integer thinkBudget;

    @Option(names = "--max-tokens", paramLabel = "N", description = "Most tokens of a reply, thought included.")
    @Nullable Integer maxTokens;

    @Mixin
    SchemaOption schema = new SchemaOption();

    @Mixin
    SamplingOptions sampling = new SamplingOptions();

    @Mixin
    EngineOptions engine = new EngineOptions();

    @Mixin
    ChatSource source = new ChatSource();

    @Option(names = "--json", description = "Print JSON objects, one a line.")
    boolean json;

    @Option(names = "--share-prefix", hidden = true, description = "Reuse prefixes between the chats of a batch.")
    boolean sharePrefix;

    ChatCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws CliException {
        json |= source.batch != null;
        try {
            source.check();
            sampling.check();
            checkAuto();
            return chat();
        } catch (CliException refused) {
            // what concerns a whole batch belongs to none of its cases
            if (json && source.batch == null) {
                new JsonOutput(workplace.streams(), null).refuse(refused);
            }
            throw refused;
        }
    }

    private void checkAuto() throws CliException {
        if (auto && thinking.think != null) {
            throw CliException.badInput(
                    "two-choices", "--auto decides whether to think, so leave --think and --no-think out.");
        }
    }

    private int chat() throws CliException {
        var chat = source.chat(workplace.streams(), system);
        var mode = thinking.mode((chat == null || auto) ? null : chat.thinking());
        int limit = EngineOptions.atLeast(1, maxTokens, 0, "--max-tokens");
        int budget = EngineOptions.atLeast(0, thinkBudget, ThinkingLimit.UNLIMITED, "--think-budget");
        var form = schema.schema();
        var file = workplace.models().find(model);
        var facts = ModelFacts.read(file);
        ThinkingOption.check(mode, facts.template());
        try (var lines = source.lines(workplace.streams());
                var loaded = engine.load(workplace, engine.request(file))) {
            var thought = thinkBudget == null ? ThinkingLimit.NONE : ThinkingLimit.of(budget);
            var session = new ChatSession(
                    loaded.engine(), facts, sampling, limit, thought, auto, form, workplace.interrupts());
            if (lines != null) {
                return batch(session).run(lines, source.batchName());
            }
            return chat == null ? converse(session, mode) : end(session.reply(chat, mode, null, output()));
        } catch (IOException failure) {
            throw CliException.failed(
                    "unreadable-input", "The input cannot be read: " + failure.getMessage() + ".", failure);
        }
    }

    private BatchChat batch(ChatSession session) {
        return new BatchChat(workplace, session, thinking, system, sharePrefix ? CONVERSATION : null);
    }

    private int converse(ChatSession session, ThinkingMode mode) throws CliException, IOException {
        if (workplace.streams().inIsTerminal() && !json) {
            return new TerminalChat(workplace, () -> conversation(session), mode, this::output).run(greeting());
        }
        var in = new InputStreamReader(workplace.streams().in(), StandardCharsets.UTF_8);
        return end(new LineChat(conversation(session), mode, this::output).run(new BufferedReader(in)));
    }

    private String greeting() {
        return model.equals(DemoModel.ID)
                ? "This is the demo model, " + DemoModel.DESCRIPTION + "."
                : "This is " + model + ".";
    }

    private Conversation conversation(ChatSession session) {
        return new Conversation(session, system, CONVERSATION);
    }

    private ReplyOutput output() {
        return json ? new JsonOutput(workplace.streams(), null) : new TextOutput(workplace.streams());
    }

    /** The exit code of a reply; a failure that went out as JSON is said on standard error too. */
    private int end(Reply.Outcome outcome) {
        var failure = outcome.failure();
        if (failure != null && json) {
            workplace.say(failure.message());
        }
        if (failure != null && PonderCommand.isVerbose(spec)) {
            failure.detail().lines().forEach(line -> workplace.say("  | " + line));
        }
        return outcome.exitCode();
    }
}

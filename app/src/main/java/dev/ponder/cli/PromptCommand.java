package dev.ponder.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.LoadObserver;
import dev.ponder.engine.LoadRequest;
import dev.ponder.qwen.ChatTemplate;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.PromptInput;
import dev.ponder.qwen.TemplateKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code ponder prompt}. */
@Command(
        name = "prompt",
        description = "Prints the exact prompt that a chat becomes, and nothing else.",
        footer = {
            "",
            "The messages' own \"enable_thinking\" and \"add_generation_prompt\" count where no option says otherwise."
        })
final class PromptCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Option(
            names = "--messages",
            paramLabel = "FILE|-",
            required = true,
            description = "A JSON object with messages and perhaps tools, or an array of messages.")
    String messages = "";

    @Option(
            names = "--template",
            paramLabel = "KIND",
            converter = TemplateConverter.class,
            description = "hybrid, instruct-2507 or thinking-2507 (default: the model's, else hybrid).")
    @Nullable ChatTemplate template;

    @Mixin
    ThinkingOption thinking = new ThinkingOption();

    @Option(names = "--no-generation-prompt", description = "Leave out the header of the reply to come.")
    boolean noGenerationPrompt;

    @Option(
            names = {"-m", "--model"},
            paramLabel = "MODEL",
            description = "Use the chat template of this model.")
    @Nullable String model;

    @Option(names = "--tokens", description = "Print the token ids of the model as a JSON array instead.")
    boolean tokens;

    @Option(names = "--in-process", hidden = true, description = "Run the engine in this process.")
    boolean inProcess;

    PromptCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws CliException {
        if (tokens && model == null) {
            throw CliException.badInput("no-model", "--tokens needs a model whose ids to print: add -m MODEL.");
        }
        var prompt = render(ChatInputReader.readFile(messages, workplace.streams()));
        if (tokens && model != null) {
            printIds(prompt, model);
        } else {
            var bytes = prompt.rendered().getBytes(StandardCharsets.UTF_8);
            workplace.streams().out().write(bytes, 0, bytes.length);
        }
        workplace.streams().out().flush();
        return ExitCode.DONE;
    }

    private Prompt render(ChatInput chat) throws CliException {
        var input = new PromptInput(
                chat.messages(),
                chat.tools(),
                thinking.mode(chat.thinking()),
                chat.generationPrompt() && !noGenerationPrompt);
        try {
            return template().render(input);
        } catch (IllegalArgumentException unsupported) {
            throw CliException.badInput(
                    "unsupported", "This chat cannot be rendered: " + unsupported.getMessage() + ".", unsupported);
        }
    }

    private ChatTemplate template() throws CliException {
        if (template != null) {
            return template;
        }
        return model == null
                ? ChatTemplate.of(TemplateKind.HYBRID_V2)
                : ModelFacts.read(workplace.models().find(model)).template();
    }

    private void printIds(Prompt prompt, String fileOrId) throws CliException {
        var file = workplace.models().find(fileOrId);
        // the smallest context will do: nothing is computed
        try (var engine = workplace.engines().start(inProcess)) {
            engine.load(LoadRequest.vocabularyOf(file), LoadObserver.NONE);
            var ids = JsonNodeFactory.instance.arrayNode();
            Arrays.stream(engine.tokenize(prompt)).forEach(ids::add);
            workplace.streams().out().print(Json.line(ids) + "\n");
        } catch (EngineException failure) {
            throw CliException.of(failure);
        }
    }

    /** Reads a kind of template by its name. */
    static final class TemplateConverter implements ITypeConverter<ChatTemplate> {
        @Override
        public ChatTemplate convert(String typed) {
            return ChatTemplate.of(
                    switch (typed) {
                        case "hybrid" -> TemplateKind.HYBRID_V2;
                        case "instruct-2507" -> TemplateKind.INSTRUCT_2507;
                        case "thinking-2507" -> TemplateKind.THINKING_2507;
                        default ->
                            throw new TypeConversionException(
                                    "'" + typed + "' is none of hybrid, instruct-2507, thinking-2507");
                    });
        }
    }
}

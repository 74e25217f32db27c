package dev.ponder.engine.host;

import dev.ponder.engine.AnswerGrammar;
import dev.ponder.engine.DecisionRequest;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.engine.KvType;
import dev.ponder.engine.LoadRequest;
import dev.ponder.engine.Sampling;
import dev.ponder.engine.ThinkingLimit;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.ReplyStart;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records inside requests, field by field in the order of their components. */
final class RequestFields {

    private RequestFields() {}

    static void writeLoad(WireOutput out, LoadRequest load) {
        out.text(load.model().toString())
                .number(load.contextSize())
                .number(load.yarnFactor())
                .constant(load.kvType())
                .number(load.threads())
                .number(load.gpuLayers())
                .number(load.expertLayersInMemory())
                .number(load.warmBytes())
                .flag(load.vocabularyOnly());
    }

    static LoadRequest readLoad(WireInput in) throws WireException {
        return new LoadRequest(
                Path.of(in.text()),
                in.number(),
                in.number(),
                in.constant(KvType.class),
                in.number(),
                in.number(),
                in.number(),
                in.longNumber(),
                in.flag());
    }

    static void writeGeneration(WireOutput out, GenerationRequest request) {
        out.optionalText(request.conversation());
        writePrompt(out, request.prompt());
        writeSampling(out, request.sampling());
        out.number(request.maxTokens())
                .list(request.stops(), WireOutput::text)
                .list(grammar(request), RequestFields::writeGrammar)
                .constant(request.start());
        writeThinking(out, request.thinking());
        out.flag(request.ignoreEnd());
    }

    static GenerationRequest readGeneration(WireInput in) throws WireException {
        return new GenerationRequest(
                in.optionalText(),
                readPrompt(in),
                readSampling(in),
                in.number(),
                in.list(Integer.BYTES, WireInput::text),
                readGrammar(in),
                in.constant(ReplyStart.class),
                readThinking(in),
                in.flag());
    }

    /** None or one. */
    private static List<AnswerGrammar> grammar(GenerationRequest request) {
        var grammar = request.grammar();
        return grammar == null ? List.of() : List.of(grammar);
    }

    private static void writeGrammar(WireOutput out, AnswerGrammar grammar) {
        out.text(grammar.gbnf()).text(grammar.soFar());
    }

    private static @Nullable AnswerGrammar readGrammar(WireInput in) throws WireException {
        var grammars = in.list(2 * Integer.BYTES, fields -> new AnswerGrammar(fields.text(), fields.text()));
        if (grammars.size() > 1) {
            throw new WireException("an answer has one grammar at the most");
        }
        return grammars.isEmpty() ? null : grammars.getFirst();
    }

    private static void writeThinking(WireOutput out, ThinkingLimit limit) {
        out.number(limit.budget()).number(limit.grace()).number(limit.answerTokens());
    }

    private static ThinkingLimit readThinking(WireInput in) throws WireException {
        return new ThinkingLimit(in.number(), in.number(), in.number());
    }

    static void writeDecision(WireOutput out, DecisionRequest request) {
        out.optionalText(request.conversation());
        writePrompt(out, request.prompt());
        out.list(request.options(), WireOutput::text);
    }

    static DecisionRequest readDecision(WireInput in) throws WireException {
        return new DecisionRequest(in.optionalText(), readPrompt(in), in.list(Integer.BYTES, WireInput::text));
    }

    private static void writeSampling(WireOutput out, Sampling draw) {
        out.fraction(draw.temperature())
                .number(draw.topK())
                .fraction(draw.topP())
                .fraction(draw.minP())
                .fraction(draw.presencePenalty())
                .fraction(draw.frequencyPenalty())
                .fraction(draw.repetitionPenalty())
                .number(draw.seed());
    }

    private static Sampling readSampling(WireInput in) throws WireException {
        return new Sampling(
                in.fraction(),
                in.number(),
                in.fraction(),
                in.fraction(),
                in.fraction(),
                in.fraction(),
                in.fraction(),
                in.longNumber());
    }

    static void writePrompt(WireOutput out, Prompt prompt) {
        out.list(prompt.parts(), RequestFields::writePart);
    }

    static Prompt readPrompt(WireInput in) throws WireException {
        // a tag and a length: the shortest part takes five bytes
        return new Prompt(in.list(5, RequestFields::readPart));
    }

    private static void writePart(WireOutput out, Prompt.Part part) {
        switch (part) {
            case Prompt.Marker(var text) -> out.tag(1).text(text);
            case Prompt.Text(var text) -> out.tag(2).text(text);
            case Prompt.Tokens(var ids) -> out.tag(3).list(ids, WireOutput::number);
        }
    }

    private static Prompt.Part readPart(WireInput in) throws WireException {
        int tag = in.tag();
        return switch (tag) {
            case 1 -> new Prompt.Marker(in.text());
            case 2 -> new Prompt.Text(in.text());
            case 3 -> new Prompt.Tokens(in.list(Integer.BYTES, WireInput::number));
            default -> throw new WireException(tag + " is no part of a prompt");
        };
    }
}

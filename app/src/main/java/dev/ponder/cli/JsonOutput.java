package dev.ponder.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.GenerationEvent.Timings;
import dev.ponder.engine.GenerationEvent.TokenCounts;
import dev.ponder.engine.LandedBy;
import dev.ponder.json.WrittenCall;
import dev.ponder.thinking.Decision;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A reply as JSON, one object a line, each written out at once. Milliseconds have one digit behind the point.
 *
 * @param streams where to
 * @param caseId stands in every line as {@code case}; null for none
 */
record JsonOutput(Streams streams, @Nullable JsonNode caseId) implements ReplyOutput {

    @Override
    public void decision(Decision decision, int askedTokens) {
        var line = line("decision")
                .put("mode", decision.mode())
                .put("by", decision.by().id())
                .put("reason", decision.reason().id());
        write(askedTokens == 0 ? line : line.put("askedTokens", askedTokens));
    }

    @Override
    public void prompt(int promptTokens, int cachedTokens) {
        write(line("prompt").put("promptTokens", promptTokens).put("cachedTokens", cachedTokens));
    }

    @Override
    public void reasoning(String text) {
        write(line("reasoning").put("text", text));
    }

    @Override
    public void answer(String text) {
        write(line("answer").put("text", text));
    }

    @Override
    public void toolCall(WrittenCall call) {
        var line = line("toolCall").put("name", call.name());
        line.set("arguments", call.arguments());
        write(line);
    }

    @Override
    public void error(String code, String message) {
        write(line("error").put("code", code).put("message", message));
    }

    @Override
    public void budgetLowered(int granted) {
        // where it lands, the line of the landing tells
    }

    @Override
    public void landed(int thoughtTokens, LandedBy by) {
        write(line("landed").put("at", thoughtTokens).put("by", by.name().toLowerCase(Locale.ROOT)));
    }

    @Override
    public void done(Finished end, boolean landed) {
        var tokens = end.tokens();
        var times = end.timings();
        write(line("done")
                .put("stopReason", end.reason().name().toLowerCase(Locale.ROOT))
                .put("promptTokens", tokens.prompt())
                .put("cachedTokens", tokens.cached())
                .put("generatedTokens", tokens.generated())
                .put("reasoningTokens", tokens.reasoning())
                .put("answerTokens", tokens.answer())
                .put("markerTokens", tokens.marker())
                .put("eogTokens", tokens.eog())
                .put("forcedTokens", tokens.forced())
                .put("promptMs", Json.tenths(times.promptMillis()))
                .put("reasoningMs", Json.tenths(times.reasoningMillis()))
                .put("answerMs", Json.tenths(times.answerMillis()))
                .put("landed", landed));
    }

    /** Tells of a reply that never began: an error, and the end that every reply has. */
    void refuse(CliException refusal) {
        error(refusal.code(), refusal.sentence());
        boolean stopped = refusal.exitCode() == ExitCode.INTERRUPTED;
        done(new Finished(stopped ? StopReason.CANCELLED : StopReason.ERROR, TokenCounts.NONE, Timings.NONE), false);
    }

    @Override
    public boolean isClosed() {
        return streams.out().checkError();
    }

    private ObjectNode line(String type) {
        var line = Json.object().put("type", type);
        if (caseId != null) {
            line.set("case", caseId);
        }
        return line;
    }

    private void write(ObjectNode line) {
        streams.out().print(Json.line(line) + "\n");
        streams.out().flush();
    }
}

package dev.ponder.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ponder.chat.ThoughtCourse.Grant;
import dev.ponder.chat.ThoughtCourse.Landing;
import dev.ponder.chat.ThoughtCourse.Loop;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.LandedBy;
import dev.ponder.store.Sql;
import dev.ponder.thinking.Budget;
import dev.ponder.thinking.Decision;
import dev.ponder.thinking.Reason;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns of messages that say how a reply came to be. Every method works inside its caller's transaction. */
final class ReplyFactsTable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ReplyFactsTable() {}

    /** Writes the mode and what became of the thought. */
    static void setThinking(Connection connection, long id, ReplyFacts facts) throws SQLException {
        var mode = facts.mode();
        var decision = mode.decision();
        var course = facts.thought();
        var grant = course.grant();
        var landing = course.landing();
        var loop = course.loop();
        Sql.update(
                connection,
                """
                UPDATE messages SET thinking = ?, asked_thinking = ?, decided_by = ?, decision_reason = ?,
                    decision_details = ?, thought_origin = ?, budget_asked = ?, budget_granted = ?, landed_at = ?,
                    landed_by = ?, thought_closed = ?, loop_part = ?, loop_from = ?
                WHERE id = ?
                """,
                mode.thinks(),
                mode.asked(),
                decision == null ? null : decision.by(),
                decision == null ? null : decision.reason(),
                decision == null || decision.details().isEmpty() ? null : details(decision.details()),
                mode.origin(),
                grant == null || grant.asked().isUnlimited()
                        ? null
                        : grant.asked().tokens(),
                grant == null ? null : grant.granted(),
                landing == null ? null : landing.at(),
                landing == null ? null : landing.by(),
                course.closed(),
                loop == null ? null : loop.part(),
                loop == null ? null : loop.from(),
                id);
    }

    static void setFigures(Connection connection, long id, @Nullable ReplyFigures figures) throws SQLException {
        if (figures == null) {
            Sql.update(connection, """
                    UPDATE messages SET prompt_ms = NULL, reasoning_ms = NULL, answer_ms = NULL, prompt_tokens = NULL,
                        cached_tokens = NULL, generated_tokens = NULL, reasoning_tokens = NULL, answer_tokens = NULL
                    WHERE id = ?
                    """, id);
            return;
        }
        Sql.update(
                connection,
                """
                UPDATE messages SET prompt_ms = ?, reasoning_ms = ?, answer_ms = ?, prompt_tokens = ?,
                    cached_tokens = ?, generated_tokens = ?, reasoning_tokens = ?, answer_tokens = ?
                WHERE id = ?
                """,
                figures.promptMillis(),
                figures.reasoningMillis(),
                figures.answerMillis(),
                figures.promptTokens(),
                figures.cachedTokens(),
                figures.generatedTokens(),
                figures.reasoningTokens(),
                figures.answerTokens(),
                id);
    }

    /** The figures of a model's latest replies, the latest first. */
    static List<ReplyFigures> latestFigures(Connection connection, String model, int most) throws SQLException {
        return Sql.all(
                connection,
                "SELECT * FROM messages WHERE model = ? AND generated_tokens > 0 ORDER BY id DESC LIMIT ?",
                row -> Optional.ofNullable(figures(row)).orElseThrow(),
                model,
                most);
    }

    static @Nullable ReplyFacts facts(ResultSet row) throws SQLException {
        String model = row.getString("model");
        if (model == null) {
            return null;
        }
        return new ReplyFacts(
                model,
                mode(row),
                course(row),
                figures(row),
                constant(StopReason.class, row.getString("stop_reason")),
                row.getString("error"));
    }

    private static ReplyMode mode(ResultSet row) throws SQLException {
        boolean thinks = row.getBoolean("thinking");
        var asked = constant(ThinkingChoice.class, row.getString("asked_thinking"));
        var origin = constant(ThoughtOrigin.class, row.getString("thought_origin"));
        return new ReplyMode(
                // before Auto the control itself was what happened
                asked == null ? (thinks ? ThinkingChoice.ON : ThinkingChoice.OFF) : asked,
                thinks,
                decision(row, thinks),
                origin == null ? ThoughtOrigin.OWN : origin);
    }

    private static @Nullable Decision decision(ResultSet row, boolean thinks) throws SQLException {
        var by = constant(Decision.By.class, row.getString("decided_by"));
        if (by == null) {
            return null;
        }
        var reason = constant(Reason.class, row.getString("decision_reason"));
        var details = row.getString("decision_details");
        // a later version may know more reasons
        return new Decision(
                thinks, by, reason == null ? Reason.UNSURE : reason, details == null ? List.of() : details(details));
    }

    private static ThoughtCourse course(ResultSet row) throws SQLException {
        var granted = Sql.number(row, "budget_granted");
        var asked = Sql.number(row, "budget_asked");
        var landedBy = constant(LandedBy.class, row.getString("landed_by"));
        var looping = constant(ReplyPart.class, row.getString("loop_part"));
        return new ThoughtCourse(
                granted == null
                        ? null
                        : new Grant(
                                asked == null ? Budget.UNLIMITED : new Budget(Math.toIntExact(asked)),
                                Math.toIntExact(granted)),
                landedBy == null ? null : new Landing(row.getInt("landed_at"), landedBy),
                row.getBoolean("thought_closed"),
                looping == null ? null : new Loop(looping, row.getInt("loop_from")));
    }

    private static @Nullable ReplyFigures figures(ResultSet row) throws SQLException {
        if (Sql.number(row, "generated_tokens") == null) {
            return null;
        }
        return new ReplyFigures(
                row.getLong("prompt_ms"),
                row.getLong("reasoning_ms"),
                row.getLong("answer_ms"),
                row.getInt("prompt_tokens"),
                row.getInt("cached_tokens"),
                row.getInt("generated_tokens"),
                row.getInt("reasoning_tokens"),
                row.getInt("answer_tokens"));
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> kind, @Nullable String name) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String details(List<String> details) {
        var array = JSON.createArrayNode();
        details.forEach(array::add);
        return array.toString();
    }

    private static List<String> details(String json) throws SQLException {
        try {
            var details = new ArrayList<String>();
            JSON.readTree(json).forEach(detail -> details.add(detail.asText()));
            return details;
        } catch (JsonProcessingException e) {
            throw new SQLException("the details of a decision are no JSON", e);
        }
    }
}

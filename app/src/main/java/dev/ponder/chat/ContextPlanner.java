package dev.ponder.chat;

import dev.ponder.chat.RenderedChat.Piece;
import dev.ponder.engine.EngineException;
import dev.ponder.qwen.Prompt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Chooses what of a conversation goes into the prompt, and counts it. Made for one loaded model; a planner remembers what
 * it has counted, so that a new message costs the counting of that message. Safe for all threads; blocks while it counts.
 */
public final class ContextPlanner {

    /**
     * When turns are dropped, so many that the rest fills this share of the room: dropping a turn for every new one would
     * have the engine compute the whole prompt again each time.
     */
    private static final double SHARE_AFTER_DROPPING = 0.75;

    private final CountCache counts;

    /** A planner for the model that a counter counts with. */
    public ContextPlanner(TokenCounter counter) {
        counts = new CountCache(counter);
    }

    /**
     * Plans one prompt.
     *
     * @throws EngineException when the engine cannot count
     */
    public ContextPlan plan(ContextRequest request) throws EngineException {
        return plan(request, () -> true);
    }

    /**
     * Plans one prompt, as long as somebody wants it.
     *
     * @param wanted asked between messages
     * @throws EngineException when the engine cannot count
     * @throws CancellationException when nobody wants it any more; what was counted is remembered
     */
    public synchronized ContextPlan plan(ContextRequest request, BooleanSupplier wanted) throws EngineException {
        var turns = ContextTurn.of(request.branch());
        if (turns.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to answer");
        }
        var chat = new RenderedChat(request);
        var ledgers = ledgers(request, chat, turns, wanted);
        var longest = ledgers.getLast();
        if (ledgers.size() == turns.size() && longest.free() >= 0) {
            return ready(request, chat, turns, longest);
        }
        boolean lastTurnFits = ledgers.getFirst().free() >= 0;
        if (keepsFirst(request, turns) && !lastTurnFits) {
            // the first turn leaves no room for the last one
            return plan(request.with(OverflowPolicy.DROP_OLDEST), wanted);
        }
        if (request.overflow() == OverflowPolicy.STOP_AND_ASK || !lastTurnFits) {
            return new ContextPlan.TooLong(longest, lastTurnFits);
        }
        int kept = kept(request, turns, ledgers);
        return ready(request, chat, lastOf(turns, kept), ledgers.get(kept - 1));
    }

    /** The tokens of a prompt, or of a piece of one cut between parts. */
    public synchronized int count(Prompt piece) throws EngineException {
        return counts.count(piece.parts());
    }

    /**
     * What a reply costs in the prompts after it: the tokens of its answer.
     *
     * @param request the one that it answered
     * @throws EngineException when the engine cannot count
     */
    public synchronized int answerTokens(ContextRequest request, Message reply) throws EngineException {
        var piece = new RenderedChat(request).past(reply);
        return counts.count(piece.parts()) - counts.count(piece.bare());
    }

    /**
     * The accounts of the last turn, the last two and so on, each with the first turn where that is kept: of all where the
     * policy is to ask, else up to the first that is too long.
     */
    private List<Ledger> ledgers(
            ContextRequest request, RenderedChat chat, List<ContextTurn> turns, BooleanSupplier wanted)
            throws EngineException {
        var pieces = new ArrayDeque<>(chat.pieces(turns));
        var room = request.room();
        var sum = new Ledger(0, 0, 0, 0, room.leastThinkingTokens(), room.answerTokens(), room.contextSize());
        if (pieces.getFirst().turn() == Piece.SYSTEM) {
            sum = plus(sum, pieces.removeFirst(), turns);
        }
        while (keepsFirst(request, turns) && pieces.getFirst().turn() == 0) {
            sum = plus(sum, pieces.removeFirst(), turns);
        }
        var ledgers = new ArrayList<Ledger>();
        for (int turn = turns.size() - 1; turn >= 0; turn--) {
            if (!wanted.getAsBoolean()) {
                throw new CancellationException();
            }
            while (!pieces.isEmpty() && pieces.getLast().turn() == turn) {
                sum = plus(sum, pieces.removeLast(), turns);
            }
            ledgers.add(sum);
            if (sum.free() < 0 && request.overflow() != OverflowPolicy.STOP_AND_ASK) {
                break;
            }
        }
        return ledgers;
    }

    private Ledger plus(Ledger sum, Piece piece, List<ContextTurn> turns) throws EngineException {
        int around = counts.count(piece.bare());
        int said = counts.count(piece.parts()) - around;
        if (piece.turn() == Piece.SYSTEM) {
            return sum.plus(said, 0, 0, around);
        }
        return piece.turn() == turns.size() - 1 ? sum.plus(0, 0, said, around) : sum.plus(0, said, 0, around);
    }

    private static int kept(ContextRequest request, List<ContextTurn> turns, List<Ledger> ledgers) {
        double aim = SHARE_AFTER_DROPPING * request.room().forPrompt();
        int kept = 1;
        for (int count = 1; count <= ledgers.size() && ledgers.get(count - 1).free() >= 0; count++) {
            var begins = request.begins();
            if (begins != null && lastOf(turns, count).getFirst().firstId() == begins) {
                return count;
            }
            if (ledgers.get(count - 1).promptTokens() <= aim) {
                kept = count;
            }
        }
        return kept;
    }

    private static ContextPlan.Ready ready(
            ContextRequest request, RenderedChat chat, List<ContextTurn> kept, Ledger ledger) {
        var turns = ContextTurn.of(request.branch());
        long begins = kept.getFirst().firstId();
        boolean firstKept = keepsFirst(request, turns) && kept.size() < turns.size();
        var inPrompt = new ArrayList<ContextTurn>(firstKept ? turns.subList(0, 1) : List.of());
        inPrompt.addAll(kept);
        int from = firstKept ? place(request, turns.get(1).firstId()) : 0;
        return new ContextPlan.Ready(
                chat.prompt(inPrompt),
                request.template().replyStart(request.thinking(), request.soFar()),
                ledger.withThinking(request.room().thinkingTokens()),
                begins,
                place(request, begins) - from,
                firstKept);
    }

    private static boolean keepsFirst(ContextRequest request, List<ContextTurn> turns) {
        return request.overflow() == OverflowPolicy.KEEP_FIRST_AND_LAST && turns.size() > 1;
    }

    private static int place(ContextRequest request, long message) {
        int place = 0;
        while (request.branch().get(place).id() != message) {
            place++;
        }
        return place;
    }

    private static List<ContextTurn> lastOf(List<ContextTurn> turns, int count) {
        return turns.subList(turns.size() - count, turns.size());
    }
}

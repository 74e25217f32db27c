package dev.ponder.chat;

import dev.ponder.qwen.ChatMessage;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.PromptInput;
import dev.ponder.qwen.ReplySoFar;
import java.util.ArrayList;
import java.util.List;

/**
 * A chat as the template renders it, cut where the template begins a message. Tokens are counted for each part of a
 * prompt alone, so the counts of the pieces add up to the count of the whole.
 */
final class RenderedChat {

    private static final Prompt.Part BEGIN = new Prompt.Marker("<|im_start|>");

    private final ContextRequest request;
    private final ReplySoFar soFar;

    RenderedChat(ContextRequest request) {
        this.request = request;
        soFar = request.soFar();
    }

    Prompt prompt(List<ContextTurn> turns) {
        var chat = new ArrayList<ChatMessage>();
        if (!request.systemPrompt().isEmpty()) {
            chat.add(ChatMessage.system(request.systemPrompt()));
        }
        turns.forEach(turn -> turn.messages().forEach(message -> chat.add(InPrompt.chatMessage(message))));
        return request.template().render(input(chat), soFar);
    }

    /**
     * The pieces of a chat of these turns, each with what the template adds when nothing is said. What a piece looks like
     * does not depend on the turns before it.
     */
    List<Piece> pieces(List<ContextTurn> turns) {
        var chat = new ArrayList<ChatMessage>();
        var owners = new ArrayList<Integer>();
        if (!request.systemPrompt().isEmpty()) {
            chat.add(ChatMessage.system(request.systemPrompt()));
        }
        if (!chat.isEmpty() || !request.tools().isEmpty()) {
            owners.add(Piece.SYSTEM);
        }
        for (int turn = 0; turn < turns.size(); turn++) {
            Role before = null;
            for (var message : turns.get(turn).messages()) {
                chat.add(InPrompt.chatMessage(message));
                // results of one round of tools share a piece
                if (message.role() != Role.TOOL || before != Role.TOOL) {
                    owners.add(turn);
                }
                before = message.role();
            }
        }
        // the beginning of the reply
        owners.add(turns.size() - 1);
        return pieces(chat, owners);
    }

    /** A reply as later prompts hold it: its answer alone. */
    Piece past(Message reply) {
        var chat = List.of(ChatMessage.user(""), ChatMessage.assistant(InPrompt.answer(reply)), ChatMessage.user(""));
        return request.tools().isEmpty()
                ? pieces(chat, List.of(0, 0, 1, 1)).get(1)
                : pieces(chat, List.of(Piece.SYSTEM, 0, 0, 1, 1)).get(2);
    }

    private List<Piece> pieces(List<ChatMessage> chat, List<Integer> owners) {
        var full = cut(request.template().render(input(chat), soFar));
        var bare = cut(request.template().render(PromptInput.of(silent(chat), request.thinking())));
        if (full.size() != owners.size() || bare.size() != owners.size()) {
            throw new IllegalStateException(
                    full.size() + " and " + bare.size() + " pieces rendered for " + owners.size());
        }
        var pieces = new ArrayList<Piece>();
        for (int i = 0; i < owners.size(); i++) {
            pieces.add(new Piece(owners.get(i), full.get(i), bare.get(i)));
        }
        return pieces;
    }

    /** The same chat with nothing said; what the model is told about tools counts as instructions. */
    private List<ChatMessage> silent(List<ChatMessage> chat) {
        var silent = new ArrayList<ChatMessage>();
        if (request.systemPrompt().isEmpty() && !request.tools().isEmpty()) {
            silent.add(ChatMessage.system(""));
        }
        chat.forEach(message -> silent.add(new ChatMessage(message.role(), "", "", List.of())));
        return silent;
    }

    private static List<List<Prompt.Part>> cut(Prompt prompt) {
        var pieces = new ArrayList<List<Prompt.Part>>();
        for (var part : prompt.parts()) {
            if (part.equals(BEGIN)) {
                pieces.add(new ArrayList<>());
            }
            pieces.getLast().add(part);
        }
        return pieces.stream().map(List::copyOf).toList();
    }

    private PromptInput input(List<ChatMessage> chat) {
        return new PromptInput(chat, request.tools(), request.thinking(), true);
    }

    /**
     * A message in the prompt, or the beginning of the reply.
     *
     * @param turn the index of its turn, or {@link #SYSTEM}
     * @param parts as rendered
     * @param bare as rendered with nothing said
     */
    record Piece(int turn, List<Prompt.Part> parts, List<Prompt.Part> bare) {

        static final int SYSTEM = -1;
    }
}

package dev.ponder.ui;

import dev.ponder.app.Ponder;
import dev.ponder.chat.Conversation;
import dev.ponder.settings.ReasoningPane;
import dev.ponder.ui.chat.ChatViewModel;
import dev.ponder.ui.chat.ReplyRequest;
import dev.ponder.ui.chat.TranscriptPort;
import dev.ponder.ui.transcript.ThoughtDisplay;
import dev.ponder.ui.transcript.TranscriptActions;
import dev.ponder.ui.transcript.TranscriptView;
import dev.ponder.ui.transcript.TranscriptViewModel;
import java.util.List;
import javafx.scene.Node;

/** The transcript of the shown conversation. Belongs to the JavaFX thread. */
final class ConversationTranscript implements TranscriptPort, TranscriptActions {
    private final Ponder ponder;
    private final ChatViewModel chat;
    private final TranscriptViewModel viewModel = new TranscriptViewModel();
    private final TranscriptView view = new TranscriptView(viewModel, this);

    ConversationTranscript(Ponder ponder, ReplyEvents events, ChatViewModel chat) {
        this.ponder = ponder;
        this.chat = chat;
        events.show(new StreamedText(List.of(viewModel)));
        viewModel
                .thoughtDisplayProperty()
                .set(display(ponder.settings().settings().reasoningPane()));
    }

    /** How thoughts show themselves by a setting. */
    static ThoughtDisplay display(ReasoningPane pane) {
        return switch (pane) {
            case OPEN -> ThoughtDisplay.OPEN;
            case FOLDED -> ThoughtDisplay.FOLDED;
            case FOLD_AT_ANSWER -> ThoughtDisplay.PEEK;
            case NEVER -> ThoughtDisplay.HIDDEN;
        };
    }

    void setThoughtDisplay(ThoughtDisplay display) {
        viewModel.thoughtDisplayProperty().set(display);
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void show(Conversation conversation, boolean replying) {
        // the store lags behind a reply in progress by the moment that its journal takes
        var latest = ponder.replies()
                .inProgress()
                .filter(reply -> reply.conversation() == conversation.id())
                .map(conversation::with)
                .orElse(conversation);
        viewModel.show(ConversationItems.of(latest, ponder.replies().contextBegins(conversation.id()), replying));
    }

    @Override
    public void focus() {
        view.requestFocus();
    }

    @Override
    public void retry(String messageId) {
        chat.ask(new ReplyRequest.Retry(ConversationItems.message(messageId)));
    }

    @Override
    public void edit(String messageId) {
        chat.edit(ConversationItems.message(messageId));
    }

    @Override
    public void showSibling(String messageId, int position) {
        chat.choose(ConversationItems.message(messageId), position - 1);
    }

    @Override
    public void continueReply(String messageId) {
        chat.ask(new ReplyRequest.Resume(ConversationItems.message(messageId)));
    }

    @Override
    public void newAnswer(String messageId) {
        chat.ask(new ReplyRequest.NewAnswer(ConversationItems.message(messageId)));
    }

    @Override
    public void thinkOn(String messageId, String thoughts) {
        chat.ask(new ReplyRequest.ThinkOn(ConversationItems.message(messageId), thoughts));
    }

    @Override
    public void redo(String messageId) {
        chat.ask(new ReplyRequest.Redo(ConversationItems.message(messageId)));
    }

    @Override
    public void answerFromThoughts(String messageId) {
        chat.ask(new ReplyRequest.AnswerFromThoughts(ConversationItems.message(messageId)));
    }

    @Override
    public void compare(String messageId) {
        chat.ask(new ReplyRequest.Compare(ConversationItems.message(messageId)));
    }

    @Override
    public void answerNow() {
        chat.answerNow();
    }
}

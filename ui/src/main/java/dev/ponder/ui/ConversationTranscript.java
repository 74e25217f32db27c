package dev.ponder.ui;

import dev.ponder.app.Ponder;
import dev.ponder.chat.Conversation;
import dev.ponder.settings.ReasoningPane;
import dev.ponder.ui.chat.ChatViewModel;
import dev.ponder.ui.chat.ReplyRequest;
import dev.ponder.ui.chat.TranscriptPort;
import dev.ponder.ui.common.LazyPane;
import dev.ponder.ui.transcript.ComparisonView;
import dev.ponder.ui.transcript.ComparisonViewModel;
import dev.ponder.ui.transcript.ThoughtDisplay;
import dev.ponder.ui.transcript.TranscriptActions;
import dev.ponder.ui.transcript.TranscriptView;
import dev.ponder.ui.transcript.TranscriptViewModel;
import java.util.ArrayList;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The transcript of the shown conversation. Belongs to the JavaFX thread. */
final class ConversationTranscript implements TranscriptPort, TranscriptActions {
    private final Ponder ponder;
    private final ChatViewModel chat;
    private final AnswerActions actions;
    private final TranscriptViewModel viewModel = new TranscriptViewModel();
    private final ComparisonViewModel comparison = new ComparisonViewModel(viewModel.thoughtDisplayProperty());
    // a window that opens shows neither, and styling them would take a third of the time that it takes to come
    private final LazyPane alone = new LazyPane(this::view);
    private final LazyPane compared =
            new LazyPane(() -> new ComparisonView(comparison, this, this::keep, this::finishComparison));
    private final StackPane node = new StackPane(alone, compared);
    private @Nullable TranscriptView view;

    ConversationTranscript(Ponder ponder, ReplyEvents events, ChatViewModel chat, AnswerActions actions) {
        this.ponder = ponder;
        this.actions = actions;
        this.chat = chat;
        var shown = new ArrayList<>(comparison.transcripts());
        shown.add(viewModel);
        node.setVisible(false);
        alone.visibleProperty()
                .bind(node.visibleProperty().and(comparison.shownProperty().not()));
        compared.visibleProperty().bind(comparison.shownProperty());
        events.show(new StreamedText(shown));
        viewModel
                .thoughtDisplayProperty()
                .set(display(ponder.settings().settings().reasoningPane()));
    }

    private TranscriptView view() {
        if (view == null) {
            view = new TranscriptView(viewModel, this);
        }
        return view;
    }

    /** Makes what shows the first message, while nobody waits for it. */
    void prepare() {
        alone.fill();
    }

    /** What the transcript shows. */
    TranscriptViewModel viewModel() {
        return viewModel;
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
    public void find() {
        if (alone.isVisible()) {
            view().find();
        }
    }

    @Override
    public void openLink(String address) {
        actions.open(node.getScene().getWindow(), address);
    }

    @Override
    public void saveCode(String language, String code) {
        actions.save(node.getScene().getWindow(), language, code);
    }

    @Override
    public void showCode(String language, String code) {
        actions.show(node.getScene().getWindow(), language, code);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Conversation conversation, boolean replying) {
        // the store lags behind a reply in progress by the moment that its journal takes
        var latest = ponder.replies()
                .inProgress()
                .filter(reply -> reply.conversation() == conversation.id())
                .map(conversation::with)
                .orElse(conversation);
        var items = ConversationItems.of(latest, ponder.replies().contextBegins(conversation.id()), replying);
        var compared = ComparedItems.open(latest);
        if (compared.isPresent()) {
            // what is compared stands beside, and is not written twice
            var question = ConversationItems.id(compared.get().question());
            viewModel.show(items.stream()
                    .takeWhile(item -> !item.id().equals(question))
                    .toList());
            ComparedItems.show(latest, compared.get(), replying, comparison);
        } else {
            comparison.hide();
            viewModel.show(items);
        }
    }

    @Override
    public void reveal(long message) {
        view().reveal(ConversationItems.id(message));
    }

    private void keep(String messageId) {
        chat.branches().keep(ConversationItems.message(messageId));
    }

    private void finishComparison() {
        var shown = chat.conversationProperty().get();
        if (shown != null) {
            chat.ask(new ReplyRequest.GoOn(shown.id()));
        }
    }

    @Override
    public void focus() {
        if (comparison.shownProperty().get()) {
            node.requestFocusTraversal(TraversalDirection.NEXT);
        } else {
            view().requestFocus();
        }
    }

    @Override
    public void retry(String messageId) {
        chat.ask(new ReplyRequest.Retry(ConversationItems.message(messageId)));
    }

    @Override
    public void edit(String messageId) {
        chat.branches().edit(ConversationItems.message(messageId));
    }

    @Override
    public void showSibling(String messageId, int position) {
        chat.branches().choose(ConversationItems.message(messageId), position - 1);
    }

    @Override
    public void deleteSibling(String messageId) {
        chat.branches().delete(ConversationItems.message(messageId));
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
}

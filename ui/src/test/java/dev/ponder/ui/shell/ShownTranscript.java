package dev.ponder.ui.shell;

import dev.ponder.chat.Conversation;
import dev.ponder.chat.Message;
import dev.ponder.chat.Role;
import dev.ponder.ui.chat.TranscriptPort;
import dev.ponder.ui.transcript.Enclosure;
import dev.ponder.ui.transcript.MessageState;
import dev.ponder.ui.transcript.Thought;
import dev.ponder.ui.transcript.TranscriptActions;
import dev.ponder.ui.transcript.TranscriptMessage;
import dev.ponder.ui.transcript.TranscriptView;
import dev.ponder.ui.transcript.TranscriptViewModel;
import javafx.scene.Node;

/** The real transcript, whose buttons do nothing. */
final class ShownTranscript implements TranscriptPort, TranscriptActions {

    private static final long MILLIS = 12_300;
    private static final int TOKENS = 431;

    private final TranscriptViewModel viewModel = new TranscriptViewModel();
    private final TranscriptView view = new TranscriptView(viewModel, this);

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void show(Conversation conversation, boolean replying) {
        var branch = conversation.branch();
        viewModel.show(branch.stream()
                .map(message -> item(message, replying || !message.equals(branch.getLast())))
                .toList());
        viewModel.flush();
    }

    @Override
    public void reveal(long message) {
        view.reveal("message-" + message);
    }

    @Override
    public void find() {
        view.find();
    }

    @Override
    public void focus() {
        view.requestFocus();
    }

    private static TranscriptMessage item(Message message, boolean isAnswered) {
        var id = "message-" + message.id();
        if (message.role() == Role.USER) {
            return TranscriptMessage.user(id, message.text().content())
                    .withEnclosed(message.enclosed().attachments().stream()
                            .map(attachment -> new Enclosure(attachment.name(), true))
                            .toList())
                    .withState(isAnswered ? MessageState.COMPLETE : MessageState.UNANSWERED);
        }
        if (message.text().content().isEmpty()) {
            return TranscriptMessage.streaming(id)
                    .withThought(new Thought(message.text().reasoning(), MILLIS, TOKENS, Thought.State.STREAMING));
        }
        return TranscriptMessage.assistant(
                        id,
                        Thought.done(message.text().reasoning(), MILLIS, TOKENS),
                        message.text().content())
                .withState(message.text().reasoning().isEmpty() ? MessageState.INTERRUPTED : MessageState.COMPLETE);
    }

    @Override
    public void retry(String messageId) {}

    @Override
    public void edit(String messageId) {}

    @Override
    public void showSibling(String messageId, int position) {}

    @Override
    public void deleteSibling(String messageId) {}

    @Override
    public void continueReply(String messageId) {}

    @Override
    public void newAnswer(String messageId) {}

    @Override
    public void thinkOn(String messageId, String thoughts) {}

    @Override
    public void redo(String messageId) {}

    @Override
    public void answerFromThoughts(String messageId) {}

    @Override
    public void compare(String messageId) {}
}

package dev.ponder.ui.transcript;

/** What buttons, keys and the menu ask for, wherever they are. */
final class Requests {

    private final TranscriptViewModel viewModel;
    private final TranscriptActions actions;

    Requests(TranscriptViewModel viewModel, TranscriptActions actions) {
        this.viewModel = viewModel;
        this.actions = actions;
    }

    void toggleThought(String messageId) {
        viewModel.toggleThought(messageId);
    }

    void copyThought(String messageId) {
        if (viewModel.document().entry(messageId) instanceof MessageEntry entry) {
            copy(messageId, entry.pane().text().source().strip());
        }
    }

    /** Copies what was said, never the thought. */
    void copyMessage(String messageId) {
        if (viewModel.document().entry(messageId) instanceof MessageEntry entry) {
            copy(messageId, entry.answer().strip());
        }
    }

    void redo(String messageId) {
        actions.redo(messageId);
    }

    void answerFromThoughts(String messageId) {
        actions.answerFromThoughts(messageId);
    }

    /** Opens the editor of a thought, or closes it without a change. */
    void editThought(String messageId, boolean edits) {
        viewModel.editThought(messageId, edits);
    }

    /** Closes the editor of a thought and has the model think on from what it says. */
    void thinkOn(String messageId, String thoughts) {
        viewModel.editThought(messageId, false);
        actions.thinkOn(messageId, thoughts);
    }

    void copyCode(AnswerBlock.CodeHead code) {
        TranscriptArea.copy(code.code());
    }

    /** Shows the whole address, and opens it if the user says so. */
    void openLink(String address) {
        actions.openLink(address);
    }

    /** Asks where to, and writes the code there. */
    void saveCode(AnswerBlock.CodeHead code) {
        actions.saveCode(code.language(), code.code());
    }

    /** Shows the code in a window of its own. */
    void showCode(AnswerBlock.CodeHead code) {
        actions.showCode(code.language(), code.code());
    }

    private void copy(String messageId, String text) {
        TranscriptArea.copy(text);
        actions.copied(messageId);
    }

    void recover(BlockLine.Ending ending) {
        if (ending.state instanceof MessageState.Interrupted) {
            actions.continueReply(ending.messageId);
        } else {
            actions.retry(ending.messageId);
        }
    }

    /** Does what the block at a line is for. False where there is no such block. */
    boolean act(int index) {
        if (index >= viewModel.document().size()) {
            return false;
        }
        switch (viewModel.document().line(index)) {
            case BlockLine.ThoughtHead head -> toggleThought(head.pane.messageId());
            case AnswerBlock.CodeHead head -> copyCode(head);
            case BlockLine.Decided decided when decided.note.canRedo() -> redo(decided.messageId);
            case BlockLine.Ending ending -> recover(ending);
            default -> {
                return false;
            }
        }
        return true;
    }
}

package dev.ponder.ui.transcript;

import java.util.ArrayList;
import java.util.List;

/** Actions that only remember what was asked for. */
final class RememberedActions implements TranscriptActions {

    final List<String> asked = new ArrayList<>();

    @Override
    public void retry(String messageId) {
        asked.add("retry " + messageId);
    }

    @Override
    public void edit(String messageId) {
        asked.add("edit " + messageId);
    }

    @Override
    public void showSibling(String messageId, int position) {
        asked.add("sibling " + messageId + " " + position);
    }

    @Override
    public void deleteSibling(String messageId) {
        asked.add("delete " + messageId);
    }

    @Override
    public void continueReply(String messageId) {
        asked.add("continue " + messageId);
    }

    @Override
    public void newAnswer(String messageId) {
        asked.add("new answer " + messageId);
    }

    @Override
    public void thinkOn(String messageId, String thoughts) {
        asked.add("think on " + messageId + " " + thoughts);
    }

    @Override
    public void redo(String messageId) {
        asked.add("redo " + messageId);
    }

    @Override
    public void answerFromThoughts(String messageId) {
        asked.add("answer from thoughts " + messageId);
    }

    @Override
    public void compare(String messageId) {
        asked.add("compare " + messageId);
    }

    @Override
    public void openLink(String address) {
        asked.add("open " + address);
    }
}

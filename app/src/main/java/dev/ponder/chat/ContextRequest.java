package dev.ponder.chat;

import dev.ponder.qwen.ChatTemplate;
import dev.ponder.qwen.ThinkingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a prompt is to be made of.
 *
 * @param template of the loaded model
 * @param systemPrompt instructions; empty for none
 * @param branch the messages up to the one that is answered, or up to the reply that goes on
 * @param resumes whether the last message is a reply that goes on
 * @param thinking whether the reply thinks
 * @param overflow what happens when it does not fit
 * @param room how much fits
 * @param begins the message that the context began with the last time, null for the first; kept while that fits, so
 *     that what the engine has computed stays of use
 */
public record ContextRequest(
        ChatTemplate template,
        String systemPrompt,
        List<Message> branch,
        boolean resumes,
        ThinkingMode thinking,
        OverflowPolicy overflow,
        Room room,
        @Nullable Long begins) {

    /**
     * How much fits.
     *
     * @param contextSize tokens of the context
     * @param thinkingTokens kept free for the thought
     * @param answerTokens kept free for the answer
     */
    public record Room(int contextSize, int thinkingTokens, int answerTokens) {

        int forPrompt() {
            return contextSize - thinkingTokens - answerTokens;
        }
    }

    public ContextRequest {
        branch = List.copyOf(branch);
        if (branch.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to answer");
        }
        if (resumes && branch.getLast().role() != Role.ASSISTANT) {
            throw new IllegalArgumentException("only a reply can go on");
        }
    }
}

package dev.ponder.chat;

import dev.ponder.qwen.ChatTemplate;
import dev.ponder.qwen.ReplySoFar;
import dev.ponder.qwen.ThinkingMode;
import dev.ponder.qwen.ToolDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a prompt is to be made of.
 *
 * @param template of the loaded model
 * @param systemPrompt instructions; empty for none
 * @param tools offered to the model; empty for none
 * @param branch the messages up to the one that is answered
 * @param soFar what the reply has said already, where it goes on
 * @param thinking whether the reply thinks
 * @param overflow what happens when it does not fit
 * @param room how much fits
 * @param begins the message that the context began with the last time, null for the first; kept while that fits, so
 *     that what the engine has computed stays of use
 */
public record ContextRequest(
        ChatTemplate template,
        String systemPrompt,
        List<ToolDefinition> tools,
        List<Message> branch,
        ReplySoFar soFar,
        ThinkingMode thinking,
        OverflowPolicy overflow,
        Room room,
        @Nullable Long begins) {

    /**
     * How much fits.
     *
     * @param contextSize tokens of the context
     * @param thinkingTokens wanted for the thought
     * @param leastThinkingTokens kept free for the thought where there is no room for what is wanted
     * @param answerTokens kept free for the answer
     */
    public record Room(int contextSize, int thinkingTokens, int leastThinkingTokens, int answerTokens) {

        /** Where turns are dropped, a thought may claim up to this share of the context from them. */
        private static final int THINKING_SHARE = 4;

        public Room {
            if (leastThinkingTokens > thinkingTokens) {
                throw new IllegalArgumentException("the least cannot be more than what is wanted");
            }
        }

        /** Room for a thought that is not lowered. */
        public Room(int contextSize, int thinkingTokens, int answerTokens) {
            this(contextSize, thinkingTokens, thinkingTokens, answerTokens);
        }

        int forPrompt() {
            int thinking = Math.max(leastThinkingTokens, Math.min(thinkingTokens, contextSize / THINKING_SHARE));
            return contextSize - thinking - answerTokens;
        }
    }

    public ContextRequest {
        tools = List.copyOf(tools);
        branch = List.copyOf(branch);
        if (branch.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to answer");
        }
    }

    /** The same with another policy. */
    ContextRequest with(OverflowPolicy policy) {
        return new ContextRequest(template, systemPrompt, tools, branch, soFar, thinking, policy, room, begins);
    }

    /** A request without tools; where it resumes, the last message is the reply that goes on. */
    public ContextRequest(
            ChatTemplate template,
            String systemPrompt,
            List<Message> branch,
            boolean resumes,
            ThinkingMode thinking,
            OverflowPolicy overflow,
            Room room,
            @Nullable Long begins) {
        this(
                template,
                systemPrompt,
                List.of(),
                resumes ? branch.subList(0, branch.size() - 1) : branch,
                resumes ? InPrompt.soFar(branch.getLast()) : ReplySoFar.NOTHING,
                thinking,
                overflow,
                room,
                begins);
    }
}

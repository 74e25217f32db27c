package dev.ponder.qwen;

import dev.ponder.qwen.TemplateKind.Thinking;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model's chat template: which one it is, how sure that is, and its rendering, byte for byte that of the real text.
 *
 * @param kind the rules in use
 * @param certainty how they were found
 * @param explanation the same in words for a person
 */
public record ChatTemplate(TemplateKind kind, Certainty certainty, String explanation) {

    /** How a template was recognised. */
    public enum Certainty {
        /** The text is known, byte for byte, or the caller chose the kind. */
        KNOWN,
        /** The text is new, but says what it does. */
        BY_CONTENT,
        /** Nothing is known; the rules in use are a guess. */
        UNKNOWN
    }

    /**
     * Recognises the template of a model file, by its SHA-256 where known, else by what it says.
     *
     * @param templateText the Jinja text in the file ({@code tokenizer.chat_template}); null where there is none
     */
    public static ChatTemplate recognise(@Nullable String templateText) {
        return TemplateRecognition.recognise(templateText);
    }

    /** A template by choice, not by a file. */
    public static ChatTemplate of(TemplateKind kind) {
        return new ChatTemplate(kind, Certainty.KNOWN, "chosen");
    }

    /**
     * Renders a chat.
     *
     * @return markers and runs; {@link Prompt#rendered()} equals the real template's output
     * @throws IllegalArgumentException where tools are asked of a kind that cannot render them
     */
    public Prompt render(PromptInput input) {
        return render(input, ReplySoFar.NOTHING);
    }

    /**
     * Renders a chat and the beginning of its reply, for a model to go on where it was cut off.
     *
     * @param input with the generation prompt, which the beginning follows
     * @param soFar foreign text like all others: no marker arises in it
     */
    public Prompt render(PromptInput input, ReplySoFar soFar) {
        return new TemplateRenderer(kind, input).render(soFar);
    }

    /**
     * Renders a chat as the prompt of its next turn will begin, whatever the user says next: the last answer without its
     * thought, as history has it. Its tokens are those with which that prompt begins, so that a KV cache which holds them
     * saves the next turn all but its own message.
     *
     * @param messages up to an assistant's answer
     * @param tools offered in the chat; empty for none
     * @throws IllegalArgumentException where tools are asked of a kind that cannot render them
     */
    public Prompt renderHistory(List<ChatMessage> messages, List<ToolDefinition> tools) {
        return new HistoryPrompt(kind, messages, tools).render();
    }

    /** Why thinking can or cannot be switched, in words for a person; names the model only where it is known. */
    public String thinkingReason() {
        if (certainty == Certainty.KNOWN) {
            return kind.thinkingReason();
        }
        return switch (kind.thinking()) {
            case SWITCHABLE -> "this model thinks or answers at once, as you choose";
            case ALWAYS -> "this model always thinks";
            case NEVER -> "this model's chat template knows no thinking";
        };
    }

    /** How a reply begins after a prompt rendered with this choice; tells the splitter where it stands. */
    public ReplyStart replyStart(ThinkingMode mode) {
        return switch (kind.thinking()) {
            case ALWAYS -> ReplyStart.INSIDE;
            case NEVER -> ReplyStart.ANSWER;
            case SWITCHABLE -> mode == ThinkingMode.OFF ? ReplyStart.ANSWER : ReplyStart.OUTSIDE;
        };
    }

    /** How the rest of a reply begins that was cut off. */
    public ReplyStart replyStart(ThinkingMode mode, ReplySoFar soFar) {
        if (soFar.isNothing()) {
            return replyStart(mode);
        }
        boolean insideThought = kind.thinking() != Thinking.NEVER && !soFar.closed();
        return insideThought ? ReplyStart.CONTINUED : ReplyStart.ANSWER;
    }

    /**
     * Whether a reply is going to think, soft switches in the messages considered. With thinking off the prompt closes
     * the thought and {@code /think} does nothing.
     */
    public boolean willThink(List<ChatMessage> messages, ThinkingMode mode) {
        return kind.thinking() == Thinking.ALWAYS
                || (kind.thinking() == Thinking.SWITCHABLE
                        && mode != ThinkingMode.OFF
                        && SoftSwitch.inEffect(messages) != SoftSwitch.NO_THINK);
    }
}

package dev.ponder.chat;

import dev.ponder.thinking.Decision;
import org.jspecify.annotations.Nullable;

/**
 * How a reply was to be made, as settled before it began.
 *
 * @param asked what the thinking control said
 * @param thinks whether it was to think
 * @param decision who settled that, and why; null where the control alone did, and while that is being decided
 * @param origin where its thought comes from
 */
public record ReplyMode(
        ThinkingChoice asked, boolean thinks, @Nullable Decision decision, ThoughtOrigin origin) {

    /** As the control said, with a thought of its own. */
    public static ReplyMode of(boolean thinks) {
        return new ReplyMode(thinks ? ThinkingChoice.ON : ThinkingChoice.OFF, thinks, null, ThoughtOrigin.OWN);
    }

    /** The same once it is decided. */
    public ReplyMode with(Decision decided) {
        return new ReplyMode(asked, decided.thinks(), decided, origin);
    }
}

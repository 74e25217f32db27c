package dev.ponder.thinking;

import java.util.List;
import java.util.Locale;

/**
 * Whether a reply thinks, and why.
 *
 * @param thinks what was decided
 * @param by who decided
 * @param reason why
 * @param details what the reason's text puts in, for example a number of seconds; chat text never
 */
public record Decision(boolean thinks, By by, Reason reason, List<String> details) {

    /** Who decided. */
    public enum By {
        /** The rules, or what the model can do at all. */
        RULES,
        /** The model itself, asked in one forward pass. */
        MODEL,
        /** The user, for this one message. */
        USER;

        /** As programs read it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Decision {
        details = List.copyOf(details);
    }

    /** A decision without details. */
    public static Decision of(boolean thinks, By by, Reason reason) {
        return new Decision(thinks, by, reason, List.of());
    }

    /** As programs read it: {@code on} or {@code off}. */
    public String mode() {
        return thinks ? "on" : "off";
    }
}

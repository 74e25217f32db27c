package dev.ponder.replies;

import dev.ponder.chat.Conversation;
import dev.ponder.chat.Message;
import dev.ponder.chat.ReplyMode;
import dev.ponder.chat.Role;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.chat.ThoughtOrigin;
import dev.ponder.qwen.SoftSwitch;
import dev.ponder.qwen.TemplateKind.Thinking;
import dev.ponder.session.LoadedModel;
import dev.ponder.thinking.Ask;
import dev.ponder.thinking.AutoRules;
import dev.ponder.thinking.Decision;
import dev.ponder.thinking.Decision.By;
import dev.ponder.thinking.Reason;
import dev.ponder.thinking.ToolHints;
import dev.ponder.thinking.Verdict;
import dev.ponder.tools.Tool;
import dev.ponder.tools.Toolbox;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settles whether a reply thinks, as far as that goes without asking the model. */
final class Modes {

    private Modes() {}

    /**
     * What is settled.
     *
     * @param mode how the reply is made; where it is open, as if it were to think
     * @param open whether the rules are unsure, and the model is to be asked
     */
    record Settled(ReplyMode mode, boolean open) {}

    static Settled settle(Order order, LoadedModel model, Toolbox toolbox) {
        var asked = order.conversation().settings().thinking();
        var origin = origin(order);
        return switch (order.wish()) {
            case Order.AsBefore(var mode)
            when mode.asked() != ThinkingChoice.AUTO || mode.decision() != null ->
                new Settled(
                        byNature(new ReplyMode(mode.asked(), mode.thinks(), mode.decision(), origin), model), false);
            case Order.Decided(var decision) ->
                new Settled(byNature(new ReplyMode(asked, decision.thinks(), decision, origin), model), false);
            default -> byControl(order, model, toolbox, asked, origin);
        };
    }

    private static ThoughtOrigin origin(Order order) {
        return switch (order.start()) {
            case Order.After after -> after.origin();
            case Order.Resumed(var reply, var _, var _) -> {
                var facts = reply.reply();
                yield facts == null ? ThoughtOrigin.OWN : facts.mode().origin();
            }
            case Order.Fresh() -> ThoughtOrigin.OWN;
        };
    }

    private static Settled byControl(
            Order order, LoadedModel model, Toolbox toolbox, ThinkingChoice asked, ThoughtOrigin origin) {
        var branch = order.conversation().messages().branch(order.answered().id());
        var decision = decision(order.conversation(), branch, model, toolbox);
        boolean open = decision == null
                && asked == ThinkingChoice.AUTO
                && model.template().kind().thinking() == Thinking.SWITCHABLE;
        boolean thinks = decision == null ? asked != ThinkingChoice.OFF : decision.thinks();
        return new Settled(byNature(new ReplyMode(asked, thinks, decision, origin), model), open);
    }

    /** Null where the control alone counts, and with Auto where the rules are unsure. */
    private static @Nullable Decision decision(
            Conversation conversation, List<Message> branch, LoadedModel model, Toolbox toolbox) {
        if (model.template().kind().thinking() != Thinking.SWITCHABLE) {
            return null;
        }
        var ask = ask(conversation, branch, toolbox);
        var typed = SoftSwitch.lastIn(ask.text());
        if (typed != SoftSwitch.NONE) {
            return Decision.of(typed == SoftSwitch.THINK, By.USER, Reason.TYPED);
        }
        var settings = conversation.settings();
        if (settings.thinking() != ThinkingChoice.OFF && settings.budget().isNone()) {
            return Decision.of(false, By.RULES, Reason.BUDGET);
        }
        return settings.thinking() == ThinkingChoice.AUTO
                ? AutoRules.judge(ask).map(Verdict::decision).orElse(null)
                : null;
    }

    /** What the model can do at all wins over everything. */
    private static ReplyMode byNature(ReplyMode mode, LoadedModel model) {
        return switch (model.template().kind().thinking()) {
            case SWITCHABLE -> mode;
            case ALWAYS -> natural(mode, true, Reason.ALWAYS);
            case NEVER -> natural(mode, false, Reason.NEVER);
        };
    }

    private static ReplyMode natural(ReplyMode mode, boolean thinks, Reason reason) {
        boolean asAsked = mode.decision() == null && mode.asked() == (thinks ? ThinkingChoice.ON : ThinkingChoice.OFF);
        return asAsked ? mode : mode.with(Decision.of(thinks, By.RULES, reason));
    }

    static Ask ask(Conversation conversation, List<Message> branch, Toolbox toolbox) {
        var said = branch.reversed().stream()
                .filter(message -> message.role() == Role.USER)
                .map(message -> message.text().content())
                .toList();
        return new Ask(
                said.isEmpty() ? "" : said.getFirst(),
                said.isEmpty() ? List.of() : said.subList(1, said.size()),
                conversation.settings().tools() ? hints(toolbox) : ToolHints.NONE);
    }

    private static ToolHints hints(Toolbox toolbox) {
        return ToolHints.of(
                toolbox.tools().stream().map(Tool::name).toList(),
                toolbox.tools().stream().map(Tool::description).toList());
    }
}

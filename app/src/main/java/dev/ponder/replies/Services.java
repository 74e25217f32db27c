package dev.ponder.replies;

import dev.ponder.chat.Conversations;
import dev.ponder.engine.Engine;
import dev.ponder.session.LoadedModel;
import dev.ponder.settings.ThinkingSettings;
import dev.ponder.tools.Toolbox;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What replies are made with.
 *
 * @param engine generates them
 * @param conversations keeps them
 * @param models the model that is ready, if one is
 * @param thinking the settings of this moment
 * @param toolbox the tools that a conversation may offer
 * @param listener told what happens
 */
public record Services(
        Engine engine,
        Conversations conversations,
        Supplier<Optional<LoadedModel>> models,
        Supplier<ThinkingSettings> thinking,
        Toolbox toolbox,
        ReplyListener listener) {}

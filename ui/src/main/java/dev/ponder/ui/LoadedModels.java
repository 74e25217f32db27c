package dev.ponder.ui;

import dev.ponder.app.Ponder;
import dev.ponder.resources.DemoModel;
import dev.ponder.session.LoadedModel;
import dev.ponder.session.ModelSession;
import dev.ponder.ui.chat.ModelFacts;
import dev.ponder.ui.chat.ModelService;
import dev.ponder.ui.chat.ModelState;
import dev.ponder.ui.common.Fx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The application's models, as the window asks for them. */
final class LoadedModels implements ModelService {
    private static final ModelChoice DEMO =
            new ModelChoice(DemoModel.ID, DemoModel.NAME, DemoModel.DESCRIPTION, Group.DEMO);

    private static final String EXTENSION = ".gguf";

    private final Ponder ponder;
    private final ModelSession session;

    LoadedModels(Ponder ponder) {
        this.ponder = ponder;
        this.session = ponder.models();
    }

    @Override
    public List<ModelChoice> choices() throws IOException {
        var choices = new ArrayList<ModelChoice>();
        choices.add(DEMO);
        for (var recent : ponder.settings().settings().recentModels()) {
            file(recent).ifPresent(choices::add);
        }
        for (var model : ponder.library().models()) {
            if (!model.id().equals(DemoModel.ID)) {
                choices.add(new ModelChoice(model.id(), model.id(), model.file().toString(), Group.LIBRARY));
            }
        }
        return choices;
    }

    @Override
    public Optional<ModelChoice> find(String id) throws IOException {
        if (id.equals(DemoModel.ID)) {
            return Optional.of(DEMO);
        }
        var inLibrary =
                choices().stream().filter(choice -> choice.id().equals(id)).findFirst();
        return inLibrary.isPresent() ? inLibrary : file(id);
    }

    /** A model that was chosen as a file, as long as that is there. The id of one in the library is no file's path. */
    private static Optional<ModelChoice> file(String id) {
        var file = Path.of(id);
        return !id.equals(DemoModel.ID) && Files.isRegularFile(file)
                ? Optional.of(new ModelChoice(id, name(file), String.valueOf(file.getParent()), Group.RECENT))
                : Optional.empty();
    }

    /** A file's name as the header has it. */
    private static String name(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(EXTENSION)
                ? name.substring(0, name.length() - EXTENSION.length())
                : name;
    }

    @Override
    public void load(String id) {
        session.load(id);
    }

    @Override
    public void cancel() {
        session.cancel();
    }

    @Override
    public void observe(Consumer<? super ModelState> observer) {
        var onFx = Fx.<ModelState>onFx(observer);
        session.subscribe(state -> onFx.accept(shown(state)));
    }

    private static ModelState shown(dev.ponder.session.ModelState state) {
        return switch (state) {
            case dev.ponder.session.ModelState.None() -> new ModelState.None();
            case dev.ponder.session.ModelState.Loading(var name, var fraction) ->
                new ModelState.Loading(name, fraction);
            case dev.ponder.session.ModelState.Ready(var model) -> new ModelState.Ready(facts(model));
            case dev.ponder.session.ModelState.Failed(var id, var name, var failure) ->
                new ModelState.Failed(id, name, failure);
        };
    }

    private static ModelFacts facts(LoadedModel model) {
        return new ModelFacts(
                model.id(),
                model.id().equals(DemoModel.ID) ? DemoModel.NAME : model.name(),
                model.info(),
                model.template().kind(),
                model.context(),
                model.recommended(true),
                model.recommended(false));
    }
}

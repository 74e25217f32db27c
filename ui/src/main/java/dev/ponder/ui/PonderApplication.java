package dev.ponder.ui;

import dev.ponder.app.AppLog;
import dev.ponder.app.ModelServices;
import dev.ponder.app.Ponder;
import dev.ponder.app.PonderPaths;
import dev.ponder.app.SingleInstance;
import dev.ponder.resources.AppIcon;
import dev.ponder.resources.DemoModel;
import dev.ponder.ui.chat.ChatViewModel;
import dev.ponder.ui.common.BackgroundTasks;
import dev.ponder.ui.common.Fx;
import dev.ponder.ui.common.Notice;
import dev.ponder.ui.common.Tasks;
import dev.ponder.ui.common.Theme;
import dev.ponder.ui.models.ModelsPage;
import dev.ponder.ui.shell.PonderWindow;
import dev.ponder.ui.shell.WindowPlaces;
import dev.ponder.ui.transcript.TranscriptViewModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window's program: opens the application, shows the window, and closes everything in reverse. */
public class PonderApplication extends Application {
    private static final System.Logger LOG = System.getLogger(PonderApplication.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final PonderPaths paths;
    private final Runnable exit;
    private final Supplier<ModelServices.Place> place;
    private final ReplyEvents events = new ReplyEvents();
    private final BackgroundTasks tasks = new BackgroundTasks("window-tasks");
    // a backup takes as long as copying the store, and the window shall not wait for that
    private final BackgroundTasks chores = new BackgroundTasks("chores");
    // reading a whole model takes minutes
    private final BackgroundTasks work = new BackgroundTasks("model-work");
    private @Nullable SingleInstance instance;
    private @Nullable AppLog log;
    private @Nullable Ponder ponder;
    private @Nullable Exception failure;
    private @Nullable Theme theme;
    private Runnable afterwards = () -> {};
    private Runnable atLast = () -> {};

    /** The toolkit makes it. */
    public PonderApplication() {
        this(PonderPaths.ofThisUser(), Platform::exit, ModelServices.Place::here);
    }

    /**
     * The program on other files, where the toolkit is another's.
     *
     * @param exit ends the toolkit, which then calls {@link #stop}
     * @param place who serves models, and where removed ones go
     */
    PonderApplication(PonderPaths paths, Runnable exit, Supplier<ModelServices.Place> place) {
        this.paths = paths;
        this.exit = exit;
        this.place = place;
    }

    /** Opens the services, while the toolkit starts. */
    @Override
    public void init() throws IOException {
        // the JavaFX thread has nothing else to do meanwhile
        Fx.later(() -> theme = new Theme());
        Optional<SingleInstance> acquired = SingleInstance.acquire(paths.instance(), arguments(), PATIENCE);
        if (acquired.isEmpty()) {
            return; // the window that is there was raised
        }
        instance = acquired.get();
        try {
            log = AppLog.open(paths.logs());
            ponder = Ponder.open(paths, events, events, place.get());
        } catch (Exception e) {
            // shown by start(), which alone can show something
            LOG.log(System.Logger.Level.ERROR, "Ponder could not be opened", e);
            failure = e;
        }
    }

    @Override
    public void start(Stage stage) {
        var only = instance;
        if (only == null) {
            exit.run();
        } else if (ponder == null) {
            new StartFailure(stage, paths, repair -> reopen(stage, only, repair)).show(failure);
        } else {
            show(stage, ponder, only);
        }
    }

    /** The toolkit hands over arguments only to a program that it started itself. */
    private List<String> arguments() {
        var parameters = getParameters();
        return parameters == null ? List.of() : parameters.getRaw();
    }

    /** Opens the application once more, after something was done about what stood in the way. */
    private void reopen(Stage stage, SingleInstance only, Tasks.Action repair) {
        tasks.call(
                () -> {
                    repair.run();
                    return Ponder.open(paths, events, events, place.get());
                },
                opened -> {
                    ponder = opened;
                    show(stage, opened, only);
                },
                e -> {
                    LOG.log(System.Logger.Level.ERROR, "Ponder could not be opened after a repair", e);
                    new StartFailure(stage, paths, again -> reopen(stage, only, again)).show(e);
                });
    }

    private void show(Stage stage, Ponder opened, SingleInstance only) {
        var worn = theme == null ? new Theme() : theme;
        var transcript = new ConversationTranscript[1];
        var failed = new ArrayList<Consumer<String>>();
        var answers = new AnswerActions(
                getHostServices()::showDocument, worn, work, sentence -> failed.forEach(told -> told.accept(sentence)));
        var services = new PonderWindow.Services(
                opened.conversations(),
                opened.systemPrompts(),
                opened.search(),
                new Answers(opened, events),
                new LoadedModels(opened),
                shelf(opened),
                opened.settings(),
                new UserData(opened, getHostServices()::showDocument, this::end),
                tasks,
                Clock.system(ZoneId.systemDefault()),
                paths.logs());
        var window = new PonderWindow(services, worn, (ChatViewModel chat) -> {
            transcript[0] = new ConversationTranscript(opened, events, chat, answers);
            return transcript[0];
        });
        failed.add(sentence -> window.notices().show(Notice.of(Notice.Kind.ERROR, Notice.Severity.ERROR, sentence)));
        opened.settings()
                .subscribe(settings -> Fx.run(() ->
                        transcript[0].setThoughtDisplay(ConversationTranscript.display(settings.reasoningPane()))));
        Thread.currentThread().setUncaughtExceptionHandler((_, thrown) -> {
            LOG.log(System.Logger.Level.ERROR, "something unexpected happened in the window", thrown);
            window.showError(thrown);
        });
        stage.setTitle("Ponder");
        stage.setScene(window.scene());
        WindowPlaces.restore(stage, opened.settings().settings().window());
        stage.setOnHiding(_ -> rememberPlace(stage, opened));
        // the store is read while the window is laid out
        window.start();
        boolean greets = greets(opened);
        if (greets) {
            window.welcome();
        }
        stage.show();
        Fx.afterFrame(window.scene(), () -> {
            begin(stage, opened, greets);
            transcript[0].prepare();
        });
        shown(window, transcript[0].viewModel());
        opened.settings().corruptFile().ifPresent(window::tellCorruptSettings);
        only.listen(arguments -> Fx.run(() -> raise(stage, window, arguments)));
        offer(window, arguments());
    }

    /** Called once the window is shown. */
    void shown(PonderWindow window, TranscriptViewModel transcript) {}

    private ModelsPage.Services shelf(Ponder opened) {
        var computer = new ThisComputer(opened);
        var shelf = new ModelShelf(opened, computer);
        var library = new LibraryShelf(opened, computer, getHostServices()::showDocument);
        return new ModelsPage.Services(shelf, shelf, library, shelf, shelf, work, Fx::run);
    }

    /** Whether there is somebody who has no model yet. */
    private static boolean greets(Ponder opened) {
        return opened.settings().settings().model() == null
                && opened.settings().corruptFile().isEmpty();
    }

    /** Once the window is there: loads the last model, and then does what nobody waits for. */
    private void begin(Stage stage, Ponder opened, boolean greeted) {
        // installer/src/test/start.sh waits for this line and reads its time
        LOG.log(System.Logger.Level.INFO, "the window is there");
        if (!greeted) {
            var last = opened.settings().settings().model();
            opened.models().load(last == null ? DemoModel.ID : last);
        }
        AppIcon.SIZES.forEach(size -> stage.getIcons().add(new Image(AppIcon.address(size), true)));
        chores.run(opened::tidyUp, e -> LOG.log(System.Logger.Level.WARNING, "tidying up failed", e));
    }

    private static void raise(Stage stage, PonderWindow window, List<String> arguments) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
        offer(window, arguments);
    }

    /** A file that Ponder was started with is loaded only after a question. */
    private static void offer(PonderWindow window, List<String> arguments) {
        arguments.stream().findFirst().map(Path::of).ifPresent(window::offer);
    }

    private static void rememberPlace(Stage stage, Ponder opened) {
        try {
            opened.settings().update(now -> now.withWindow(WindowPlaces.of(stage, now.window())));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the place of the window could not be kept", e);
        }
    }

    private void end(Runnable whenClosed, Runnable finish) {
        Fx.run(() -> {
            afterwards = whenClosed;
            atLast = finish;
            exit.run();
        });
    }

    @Override
    public void stop() throws IOException {
        tasks.close();
        chores.close();
        work.close();
        if (ponder != null) {
            ponder.close();
        }
        if (log != null) {
            log.close();
        }
        afterwards.run();
        if (instance != null) {
            instance.close();
        }
        // a program that is started now finds no other one
        atLast.run();
    }
}

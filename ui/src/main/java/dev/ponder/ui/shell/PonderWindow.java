package dev.ponder.ui.shell;

import dev.ponder.chat.Conversation;
import dev.ponder.chat.Conversations;
import dev.ponder.downloads.Hub;
import dev.ponder.prompts.SystemPrompts;
import dev.ponder.resources.Texts;
import dev.ponder.search.Search;
import dev.ponder.settings.SettingsFile;
import dev.ponder.ui.chat.ChatService;
import dev.ponder.ui.chat.ChatView;
import dev.ponder.ui.chat.ChatViewModel;
import dev.ponder.ui.chat.ModelPanelViewModel;
import dev.ponder.ui.chat.ModelPickerView;
import dev.ponder.ui.chat.ModelService;
import dev.ponder.ui.chat.ModelsViewModel;
import dev.ponder.ui.chat.SidePanelView;
import dev.ponder.ui.chat.TranscriptPort;
import dev.ponder.ui.common.Announcer;
import dev.ponder.ui.common.Dialogs;
import dev.ponder.ui.common.Fx;
import dev.ponder.ui.common.LazyPane;
import dev.ponder.ui.common.Notice;
import dev.ponder.ui.common.Notice.Kind;
import dev.ponder.ui.common.Notice.Severity;
import dev.ponder.ui.common.Notices;
import dev.ponder.ui.common.NoticesView;
import dev.ponder.ui.common.Problem;
import dev.ponder.ui.common.Tasks;
import dev.ponder.ui.common.Theme;
import dev.ponder.ui.common.Toasts;
import dev.ponder.ui.error.ErrorView;
import dev.ponder.ui.keeping.KeepingViewModel;
import dev.ponder.ui.models.FetchSettingsView;
import dev.ponder.ui.models.FetchSettingsViewModel;
import dev.ponder.ui.models.ModelsPage;
import dev.ponder.ui.models.TokenViewModel;
import dev.ponder.ui.models.WelcomeView;
import dev.ponder.ui.search.SearchPalette;
import dev.ponder.ui.search.SearchRow;
import dev.ponder.ui.search.SearchViewModel;
import dev.ponder.ui.settings.DataService;
import dev.ponder.ui.settings.SettingsView;
import dev.ponder.ui.settings.SettingsViewModel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** The main window's content, put together. Belongs to the JavaFX thread. */
public final class PonderWindow {

    /**
     * What the window works with; all of it stays the caller's.
     *
     * @param conversations the store of conversations
     * @param prompts the library of instructions
     * @param search finds what was said
     * @param chat answers
     * @param models loads models
     * @param shelf what is known of models that are not loaded
     * @param settings the settings file
     * @param data the user's data as a whole
     * @param tasks runs what blocks
     * @param clock in the user's time zone
     * @param log where the log lies
     */
    public record Services(
            Conversations conversations,
            SystemPrompts prompts,
            Search search,
            ChatService chat,
            ModelService models,
            ModelsPage.Services shelf,
            SettingsFile settings,
            DataService data,
            Tasks tasks,
            Clock clock,
            Path log) {}

    private final Services services;
    private final Notices notices = new Notices();
    private final Toasts toasts = new Toasts();
    private final Dialogs dialogs;
    private final ChatViewModel chat;
    private final ModelsViewModel models;
    private final SidebarViewModel sidebar;
    private final KeepingViewModel keeping;
    private final SearchViewModel search;
    private final SettingsViewModel settings;
    private final ChatView chatView;
    private final HeaderView header;
    private final ShellView shell;
    private final Scene scene;
    private final ModelFiles files;
    private final ModelsPage page;

    /**
     * Builds the window's content.
     *
     * @param transcript makes what shows a conversation, given the view model that its buttons call
     */
    public PonderWindow(Services services, Theme theme, Function<ChatViewModel, TranscriptPort> transcript) {
        this.services = services;
        this.dialogs = new Dialogs(theme);
        this.chat = new ChatViewModel(
                new ChatViewModel.Services(
                        services.conversations(),
                        services.prompts(),
                        services.chat(),
                        services.settings(),
                        services.tasks(),
                        notices,
                        toasts),
                services.models());
        this.models = new ModelsViewModel(services.models(), services.tasks(), notices);
        this.settings = new SettingsViewModel(services.settings(), services.data(), services.tasks(), notices, toasts);
        theme.appearanceProperty().bind(settings.appearanceProperty());
        theme.fontScaleProperty().bind(settings.fontScaleProperty());
        this.keeping = new KeepingViewModel(services.conversations(), services.tasks(), notices, toasts);
        this.sidebar = new SidebarViewModel(
                services.conversations(),
                services.tasks(),
                notices,
                toasts,
                services.clock(),
                new SidebarViewModel.Navigation(this::open, this::newChat));
        this.files = new ModelFiles(models, dialogs, this::attach);
        keeping.setOnListChanged(sidebar::refresh);
        keeping.setOnBranchRestored(chat::refresh);
        this.search = new SearchViewModel(services.search(), services.tasks(), notices, this::open);
        this.page = new ModelsPage(
                services.shelf(),
                new ModelsPage.Window(services.models(), services.tasks(), notices, toasts, this::newChat));
        this.chatView = new ChatView(chat, transcript.apply(chat), dialogs);
        this.header = new HeaderView(chat, models, this::picker, this::toggleSidebar, this::togglePanel);
        this.shell = shell(theme);
        var size = WindowPlaces.size(services.settings().settings().window());
        this.scene = new Scene(shell, size.getWidth(), size.getHeight());
        theme.dress(scene);
        new WindowKeys(this).install(scene);
        files.acceptDrops(scene);
        notices.setOnDetails(this::showDetails);
        chat.setOnListChanged(sidebar::refresh);
        chat.setOnChooseModel(header::togglePicker);
        chat.conversationProperty().subscribe(this::onShown);
    }

    /** What stands in the window. */
    public Scene scene() {
        return scene;
    }

    /** The conversation and its composer. */
    public ChatViewModel chat() {
        return chat;
    }

    /** The banners. */
    public Notices notices() {
        return notices;
    }

    /** Reads the list, shows an empty conversation, and gives the keyboard to the composer. */
    public void start() {
        sidebar.refresh();
        models.refresh();
        newChat();
    }

    /** Shows what nobody expected, in a dialog. */
    public void showError(Throwable failure) {
        var problem = Problem.of(failure);
        if (problem.expected()) {
            notices.show(Kind.ERROR, failure);
        } else {
            showDetails(problem);
        }
    }

    /** Says that the settings could not be read and where their file is kept. */
    public void tellCorruptSettings(Path kept) {
        notices.show(Notice.of(Kind.SETTINGS, Severity.WARNING, Texts.of("settings.corrupt.text", kept)));
    }

    private void showDetails(Problem problem) {
        dialogs.show(scene.getWindow(), Texts.of("error.dialog.title"), new ErrorView(problem, services.log()));
    }

    /** Asks whether to load a file that came from outside. */
    public void offer(Path model) {
        files.ask(scene.getWindow(), model);
    }

    ShellView shell() {
        return shell;
    }

    HeaderView header() {
        return header;
    }

    SettingsViewModel settings() {
        return settings;
    }

    /** Opens the bar that finds words in the conversation. */
    void find() {
        if (shell.page() == ShellView.Page.CHAT) {
            chatView.find();
        }
    }

    void newChat() {
        leavePage();
        chat.newChat();
        chatView.focusComposer();
    }

    void focusComposer() {
        leavePage();
        chatView.focusComposer();
    }

    void toggleSettings() {
        if (toggle(ShellView.Page.SETTINGS)) {
            settings.refresh();
            keeping.refresh();
        }
    }

    void toggleModels() {
        if (toggle(ShellView.Page.MODELS)) {
            page.refresh();
        }
    }

    /** Greets whoever is here for the first time. */
    public void welcome() {
        shell.show(ShellView.Page.WELCOME);
        // looking at this computer starts a process, which would take its time from the window
        Fx.afterFrame(scene, page.welcome()::begin);
    }

    /** The models page. */
    ModelsPage page() {
        return page;
    }

    private boolean toggle(ShellView.Page wanted) {
        boolean shown = shell.page() != wanted;
        if (shown) {
            leavePage();
            shell.show(wanted);
        } else {
            focusComposer();
        }
        return shown;
    }

    private void leavePage() {
        shell.show(ShellView.Page.CHAT);
        page.welcome().leave();
    }

    void toggleSidebar() {
        shell.toggleSidebar();
    }

    void togglePanel() {
        shell.togglePanel();
    }

    void showShortcuts() {
        dialogs.show(scene.getWindow(), Texts.of("shortcut.dialog.title"), new ShortcutSheet());
    }

    private void attach(List<Path> dropped) {
        focusComposer();
        chat.attach(dropped);
    }

    void search() {
        search.show();
    }

    private void open(SearchRow row) {
        leavePage();
        Long message = row.message();
        if (message == null) {
            chat.open(row.conversation());
        } else {
            chat.open(row.conversation(), message);
        }
        chatView.focusTranscript();
    }

    private void open(long id) {
        leavePage();
        chat.open(id);
    }

    private ShellView shell(Theme theme) {
        var panelModel = new ModelPanelViewModel(
                services.settings(), services.models(), chat.modelProperty(), services.tasks(), notices);
        var parts = new ShellView.Parts(
                new SidebarView(sidebar, keeping, this::search, this::toggleModels, this::toggleSettings),
                header,
                new NoticesView(notices),
                chatView,
                new LazyPane(() -> new SettingsView(settings, dialogs, fetchSettings(), keeping, this::toggleSettings)),
                new LazyPane(() -> page.view(dialogs, services.clock(), this::focusComposer)),
                new LazyPane(() -> new WelcomeView(page.welcome(), this::toggleModels)),
                new LazyPane(() -> new SidePanelView(panelModel, this::togglePanel)));
        var palette =
                new LazyPane(() -> new SearchPalette(search, services.clock().getZone(), chatView::focusComposer));
        palette.visibleProperty().bind(search.shownProperty());
        return new ShellView(parts, palette, toasts, new Announcer(notices, toasts), theme.fontScaleProperty());
    }

    private FetchSettingsView fetchSettings() {
        var fetch = new FetchSettingsViewModel(
                services.settings(), services.shelf().queue()::limitSpeed, services.tasks(), notices);
        return new FetchSettingsView(fetch, token(Hub.HUGGING_FACE), token(Hub.MODEL_SCOPE));
    }

    private TokenViewModel token(Hub hub) {
        return new TokenViewModel(hub, services.shelf().tokens(), services.tasks(), notices);
    }

    private ModelPickerView picker(Runnable close) {
        return new ModelPickerView(models, chat, () -> files.choose(scene.getWindow()), this::togglePanel, close);
    }

    private void onShown(@Nullable Conversation shown) {
        if (shown != null) {
            sidebar.setSelected(shown.id());
        }
    }
}

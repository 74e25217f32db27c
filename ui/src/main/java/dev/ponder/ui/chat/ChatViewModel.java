package dev.ponder.ui.chat;

import dev.ponder.chat.AnswerSchema;
import dev.ponder.chat.Conversation;
import dev.ponder.chat.ConversationSettings;
import dev.ponder.chat.Conversations;
import dev.ponder.chat.Enclosed;
import dev.ponder.chat.Ledger;
import dev.ponder.chat.OverflowPolicy;
import dev.ponder.chat.Said;
import dev.ponder.prompts.SystemPrompts;
import dev.ponder.resources.Texts;
import dev.ponder.settings.SettingsFile;
import dev.ponder.store.StoreException;
import dev.ponder.ui.chat.ComposerViewModel.Mode;
import dev.ponder.ui.common.Notice.Kind;
import dev.ponder.ui.common.Notices;
import dev.ponder.ui.common.Tasks;
import dev.ponder.ui.common.Toasts;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The conversation that is shown, and what is said in it. Belongs to the JavaFX thread. */
public final class ChatViewModel {

    /**
     * What the view model works with.
     *
     * @param conversations the store of conversations
     * @param prompts the library of instructions
     * @param chat answers
     * @param settings defaults of new conversations
     * @param tasks runs what blocks
     * @param notices where failures are shown
     * @param toasts say what was done, and undo it
     */
    public record Services(
            Conversations conversations,
            SystemPrompts prompts,
            ChatService chat,
            SettingsFile settings,
            Tasks tasks,
            Notices notices,
            Toasts toasts) {}

    private final Services services;
    private final ComposerViewModel composer = new ComposerViewModel();
    private final ChatNotices notices;
    private final HeldWith heldWith;
    private final Drafts drafts;
    private final Enclosing enclosing;
    private final MessageQueue queue;
    private final Branches branches;
    private final ReadOnlyObjectWrapper<@Nullable Conversation> conversation = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Ledger> usage = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ModelState> model = new ReadOnlyObjectWrapper<>(new ModelState.None());
    private final ReadOnlyDoubleWrapper speed = new ReadOnlyDoubleWrapper();
    private final ReadOnlyBooleanWrapper replyingHere = new ReadOnlyBooleanWrapper();
    private @Nullable Long replying;
    private Runnable onListChanged = () -> {};
    private LongConsumer onReveal = _ -> {};
    private Runnable onChooseModel = () -> {};
    private long wanted;
    private boolean sending;

    /** Makes the view model and has it told what happens. */
    public ChatViewModel(Services services, ModelService models) {
        this.services = services;
        Runnable choose = () -> onChooseModel.run();
        this.notices = new ChatNotices(services.notices(), models, choose);
        this.heldWith = new HeldWith(models, services.tasks(), services.notices(), choose);
        this.drafts = new Drafts(services.conversations(), services.tasks(), this::onStoreFailure);
        this.enclosing = new Enclosing(composer, services.chat(), services.tasks(), services.notices());
        this.queue = new MessageQueue(composer, services.conversations(), services.tasks(), this::onStoreFailure);
        this.branches = new Branches(services, composer, conversation, () -> replying == null, this::onStoreFailure);
        services.chat().observe(this::onEvent);
        models.observe(this::onModel);
        composer.textProperty().subscribe(this::onTyped);
        composer.enclosedProperty().subscribe((_, enclosed) -> onEnclosed(enclosed));
        composer.thinkingProperty().subscribe((_, choice) -> change(settings -> settings.withThinking(choice)));
        composer.budgetProperty().subscribe((_, budget) -> change(settings -> settings.withBudget(budget)));
        composer.toolsProperty().subscribe((_, offered) -> change(settings -> settings.withTools(offered)));
        updateComposer();
    }

    /** What is typed. */
    public ComposerViewModel composer() {
        return composer;
    }

    /** What is shown; null until the first one is read. */
    public ReadOnlyObjectProperty<@Nullable Conversation> conversationProperty() {
        return conversation.getReadOnlyProperty();
    }

    /** Whether a reply in the shown conversation is under way or about to begin. */
    public ReadOnlyBooleanProperty replyingProperty() {
        return replyingHere.getReadOnlyProperty();
    }

    /** The ledger of the context; null while unknown. */
    public ReadOnlyObjectProperty<@Nullable Ledger> usageProperty() {
        return usage.getReadOnlyProperty();
    }

    /** The model. */
    public ReadOnlyObjectProperty<ModelState> modelProperty() {
        return model.getReadOnlyProperty();
    }

    /** Tokens per second of the reply in progress or the last one; 0 before. */
    public ReadOnlyDoubleProperty speedProperty() {
        return speed.getReadOnlyProperty();
    }

    /** Sets who refreshes the list of conversations. */
    public void setOnListChanged(Runnable listener) {
        onListChanged = listener;
    }

    /** Sets who brings a message of the shown conversation into view. */
    public void setOnReveal(LongConsumer listener) {
        onReveal = listener;
    }

    /** Sets who lets the user choose a model. */
    public void setOnChooseModel(Runnable listener) {
        onChooseModel = listener;
    }

    /** Shows an empty conversation, the one there is or a new one. */
    public void newChat() {
        long turn = ++wanted;
        var left = composer.textProperty().get();
        run(() -> ChatReading.empty(services), shown -> {
            if (turn == wanted && !isShown(shown.id())) {
                composer.takeAlong(left, () -> showIfWanted(turn, shown));
            } else {
                showIfWanted(turn, shown);
            }
        });
    }

    /** Shows a conversation. */
    public void open(long id) {
        long turn = ++wanted;
        run(() -> services.conversations().find(id), found -> found.ifPresent(read -> showIfWanted(turn, read)));
    }

    /** Reads a conversation again, where it is the one that is shown. */
    public void refresh(long id) {
        if (isShown(id)) {
            open(id);
        }
    }

    /** Shows a conversation at one of its messages, on the branch that holds it. */
    public void open(long id, long message) {
        long turn = ++wanted;
        boolean busy = replying != null && replying == id;
        run(
                () -> ChatReading.at(services.conversations(), id, message, busy),
                found -> found.ifPresent(read -> {
                    showIfWanted(turn, read);
                    if (turn == wanted) {
                        onReveal.accept(message);
                    }
                }));
    }

    /** The versions of messages in the shown conversation. */
    public Branches branches() {
        return branches;
    }

    /** The messages that wait. */
    public MessageQueue queue() {
        return queue;
    }

    /**
     * Sends what is typed, or changes the message that is being edited; while a reply is written, has it wait for the end of
     * that.
     */
    public void send() {
        var shown = conversation.get();
        if (shown == null || !(composer.canSend() || composer.canQueue())) {
            return;
        }
        boolean waits = composer.canQueue();
        Long edited = composer.editingProperty().get();
        // the store drops the draft when it has what is said, and not before
        sending = true;
        var said = composer.take();
        sending = false;
        if (edited != null) {
            begin(shown.id(), () -> services.chat().edit(edited, said), () -> composer.edit(edited, said));
            return;
        }
        drafts.sent(shown.id());
        if (waits) {
            services.tasks().run(() -> services.chat().queue(shown.id(), said), failure -> {
                giveBack(shown.id(), said);
                services.notices().show(Kind.ERROR, failure);
            });
        } else {
            begin(shown.id(), () -> services.chat().send(shown.id(), said), () -> giveBack(shown.id(), said));
        }
    }

    /** Adds files to the message that is written. */
    public void attach(List<Path> files) {
        inShown(shown -> enclosing.attach(shown.id(), files));
    }

    /** Has the next answer follow a schema. */
    public void answerBy(AnswerSchema schema) {
        composer.enclosedProperty().set(composer.enclosedProperty().get().with(schema));
    }

    /** The instructions of the shown conversation, to be edited. */
    InstructionsViewModel instructions() {
        var shown = conversation.get();
        return new InstructionsViewModel(
                shown == null ? "" : shown.settings().systemPrompt(),
                services.prompts(),
                services.tasks(),
                this::onStoreFailure);
    }

    /** Sets the instructions of the shown conversation. */
    void instruct(String text) {
        change(settings -> settings.withSystemPrompt(text.strip()));
    }

    /** Sends an example. */
    public void sendExample(String text) {
        composer.textProperty().set(text);
        send();
    }

    /** Ends the reply in progress. */
    public void stop() {
        services.chat().stop();
    }

    /** Brings the thought in progress to its answer. */
    public void answerNow() {
        notices.onLoopOver();
        services.chat().answerNow();
    }

    /** Has a reply made in the shown conversation, or its rest. */
    public void ask(ReplyRequest request) {
        inShown(shown -> begin(shown.id(), () -> services.chat().ask(request), () -> {}));
    }

    private void inShown(Consumer<Conversation> action) {
        var shown = conversation.get();
        if (shown != null) {
            action.accept(shown);
        }
    }

    private void showIfWanted(long turn, Conversation read) {
        // a later click may have been answered first
        if (turn != wanted) {
            return;
        }
        conversation.set(null);
        usage.set(null);
        var draft = drafts.latest(read.id(), read.draft());
        composer.show(new Said(draft, read.unsent().draft()), read.settings());
        queue.show(read);
        replyingHere.set(isReplyingIn(read.id()));
        conversation.set(read);
        updateComposer();
        heldWith.onShown(read);
        enclosing.weigh(read.id());
        giveBackQueue();
        measure();
    }

    /** Where no reply is in progress, nothing will send what waits. */
    private void giveBackQueue() {
        inShown(shown -> {
            if (!isReplyingIn(shown.id())) {
                queue.giveBack();
            }
        });
    }

    private void begin(long id, Tasks.Action action, Runnable onRefused) {
        if (replying != null) {
            return;
        }
        replying = id;
        notices.onReply();
        heldWith.onReply();
        composer.setStatus(Texts.of("composer.status.starting"));
        updateComposer();
        services.tasks().run(action, failure -> {
            replying = null;
            onRefused.run();
            services.notices().show(Kind.ERROR, failure);
            updateComposer();
        });
    }

    private void giveBack(long id, Said said) {
        var shown = conversation.get();
        // where it was stored before the reply was refused, it stands in the transcript
        boolean kept = shown != null
                && !shown.branch().isEmpty()
                && shown.branch().getLast().text().content().equals(said.text());
        if (isShown(id) && !kept && composer.textProperty().get().isEmpty()) {
            composer.enclosedProperty().set(said.enclosed());
            composer.textProperty().set(said.text());
        }
    }

    private void onEnclosed(Enclosed enclosed) {
        var shown = conversation.get();
        if (shown != null) {
            enclosing.weigh(shown.id());
            if (!sending && composer.editingProperty().get() == null) {
                services.tasks()
                        .run(() -> services.conversations().keepDraft(shown.id(), enclosed), this::onStoreFailure);
            }
        }
    }

    private void onTyped(String text) {
        var shown = conversation.get();
        if (shown != null && composer.editingProperty().get() == null) {
            drafts.keep(shown.id(), text);
        }
    }

    /** What the controls beside the text say is kept with the conversation. */
    private void change(UnaryOperator<ConversationSettings> change) {
        var shown = conversation.get();
        var changed = shown == null ? null : change.apply(shown.settings());
        if (shown != null && changed != null && !shown.settings().equals(changed)) {
            conversation.set(shown.withSettings(changed));
            services.tasks()
                    .run(
                            () -> services.conversations().setSettings(shown.id(), changed),
                            this::measure,
                            this::onStoreFailure);
        }
    }

    private void onModel(ModelState state) {
        model.set(state);
        composer.onModel(state);
        notices.onModel(state);
        heldWith.onModel(state);
        updateComposer();
        inShown(shown -> enclosing.weigh(shown.id()));
        measure();
    }

    private void onEvent(ChatEvent event) {
        switch (event) {
            case ChatEvent.Changed(var changed) -> onChanged(changed);
            case ChatEvent.ListChanged() -> onListChanged.run();
            case ChatEvent.Progress progress -> onProgress(progress);
            case ChatEvent.Loop(var id, var inThought, var ended) -> {
                if (isShown(id) && !ended) {
                    notices.onLoop(inThought, services.chat());
                }
            }
            case ChatEvent.Ended(var id) -> onEnded(id);
            case ChatEvent.Speed(var tokensPerSecond) -> speed.set(tokensPerSecond);
            case ChatEvent.Usage(var id, var ledger) -> {
                if (isShown(id)) {
                    usage.set(ledger);
                }
            }
            case ChatEvent.ContextFull(var id, var lastTurnFits) ->
                notices.onContextFull(lastTurnFits, () -> leaveOutOldest(id));
            case ChatEvent.Failed(var _, var failure) ->
                services.notices().show(failure instanceof StoreException ? Kind.STORE : Kind.ERROR, failure);
            case ChatEvent.Engine(var state) -> notices.onEngine(state);
        }
    }

    private void onChanged(Conversation changed) {
        if (isShown(changed.id())) {
            branches.onChanged(changed);
            conversation.set(changed);
            queue.show(changed);
            heldWith.onChanged(changed);
            measure();
        }
        onListChanged.run();
    }

    private void onProgress(ChatEvent.Progress progress) {
        replying = progress.conversation();
        composer.setThinkingNow(progress.phase() == ChatEvent.Phase.THINKING);
        if (progress.phase() == ChatEvent.Phase.ANSWERING) {
            notices.onLoopOver();
        }
        composer.setStatus(progress);
        updateComposer();
    }

    private void onEnded(long id) {
        // an ended reply is on the disk, so what was wrong with that no longer is
        services.notices().dismiss(Kind.STORE);
        if (replying != null && replying == id) {
            replying = null;
        }
        notices.onLoopOver();
        composer.setThinkingNow(false);
        composer.setStatus("");
        updateComposer();
        giveBackQueue();
        onListChanged.run();
    }

    private void leaveOutOldest(long id) {
        notices.onReply();
        run(
                () -> {
                    var found = services.conversations().find(id).orElseThrow();
                    var changed = found.withSettings(found.settings().withOverflow(OverflowPolicy.DROP_OLDEST));
                    services.conversations().setSettings(id, changed.settings());
                    return changed;
                },
                changed -> {
                    onChanged(changed);
                    var last = changed.leaf();
                    if (last != null) {
                        begin(id, () -> services.chat().ask(new ReplyRequest.Retry(last)), () -> {});
                    }
                });
    }

    /** The context's use is counted while nobody waits; a reply says it itself. */
    private void measure() {
        var shown = conversation.get();
        if (shown != null && !isReplyingIn(shown.id()) && model.get() instanceof ModelState.Ready) {
            services.chat().measure(shown.id());
        }
    }

    private boolean isReplyingIn(long id) {
        return replying != null && replying == id;
    }

    private boolean isShown(long id) {
        var shown = conversation.get();
        return shown != null && shown.id() == id;
    }

    private void updateComposer() {
        var shown = conversation.get();
        boolean here = shown != null && isReplyingIn(shown.id());
        replyingHere.set(here);
        composer.setMode(here ? Mode.STOP : Mode.SEND);
        if (shown != null && replying != null && !here) {
            composer.setReason(Texts.of("composer.reason.elsewhere"));
            return;
        }
        composer.setReason(model.get());
    }

    private <T> void run(Callable<T> work, Consumer<? super T> onDone) {
        services.tasks().call(work, onDone, this::onStoreFailure);
    }

    private void onStoreFailure(Exception failure) {
        services.notices().show(Kind.STORE, failure);
    }
}

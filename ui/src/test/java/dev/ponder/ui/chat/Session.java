package dev.ponder.ui.chat;

import dev.ponder.chat.Conversation;
import dev.ponder.chat.Conversations;
import dev.ponder.prompts.SystemPrompts;
import dev.ponder.settings.SettingsFile;
import dev.ponder.store.Store;
import dev.ponder.store.StoreException;
import dev.ponder.store.StoreFiles;
import dev.ponder.ui.common.Notices;
import dev.ponder.ui.common.Toasts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/** The view model of a chat over a real store, without a toolkit. */
final class Session implements AutoCloseable {

    final Store store;
    final Conversations conversations;
    final SettingsFile settings;
    final FakeChat chat;
    final FakeModels models = new FakeModels(Runnable::run);
    final Notices notices = new Notices();
    final Toasts toasts = new Toasts();
    final HeldTasks tasks = new HeldTasks();
    final ChatViewModel viewModel;

    Session(Path folder) throws IOException, StoreException {
        store = Store.open(new StoreFiles(folder.resolve("store")));
        conversations = Conversations.open(store);
        settings = SettingsFile.open(folder.resolve("settings.json"));
        chat = new FakeChat(conversations, Runnable::run);
        viewModel = new ChatViewModel(
                new ChatViewModel.Services(
                        conversations, new SystemPrompts(store), chat, settings, tasks, notices, toasts),
                models);
        viewModel.newChat();
    }

    Conversation shown() {
        return Objects.requireNonNull(viewModel.conversationProperty().get());
    }

    void type(String text) {
        viewModel.composer().textProperty().set(text);
    }

    String typed() {
        return viewModel.composer().textProperty().get();
    }

    @Override
    public void close() throws StoreException {
        conversations.close();
        store.close();
    }
}

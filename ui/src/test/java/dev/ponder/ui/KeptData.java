package dev.ponder.ui;

import dev.ponder.chat.Conversation;
import dev.ponder.chat.Conversations;
import dev.ponder.chat.Message;
import dev.ponder.chat.MessageState;
import dev.ponder.chat.Role;
import dev.ponder.store.Sql;
import dev.ponder.store.Store;
import dev.ponder.store.StoreException;
import dev.ponder.store.StoreFiles;
import dev.ponder.ui.transcript.ShownTurn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a store holds after a kill, once it is opened again. A copy is read, so that the program itself finds everything
 * as it left it.
 *
 * @param faults of SQLite's whole integrity check
 * @param conversations with all their messages, the one updated last first
 */
record KeptData(List<String> faults, List<Conversation> conversations) {

    static KeptData read(Path data, Path copy) throws Exception {
        Files.createDirectories(copy);
        for (var name : List.of("ponder.db", "ponder.db-wal")) {
            if (Files.exists(data.resolve(name))) {
                Files.copy(data.resolve(name), copy.resolve(name));
            }
        }
        try (var store = Store.open(new StoreFiles(copy));
                var conversations = Conversations.open(store)) {
            var faults =
                    store.read(connection -> Sql.all(connection, "PRAGMA integrity_check", row -> row.getString(1)));
            return new KeptData(faults, all(conversations));
        }
    }

    private static List<Conversation> all(Conversations conversations) throws StoreException {
        var all = new ArrayList<Conversation>();
        for (var summary : conversations.list()) {
            all.add(conversations.find(summary.id()).orElseThrow());
        }
        return all;
    }

    List<Message> messages() {
        return conversations.stream()
                .flatMap(conversation -> conversation.messages().all().stream())
                .toList();
    }

    boolean hasQuestion(String text) {
        return messages().stream()
                .anyMatch(message ->
                        message.role() == Role.USER && message.text().content().equals(text));
    }

    /** The reply to a question. */
    Optional<Message> reply(String question) {
        var all = messages();
        return all.stream()
                .filter(message -> message.role() == Role.ASSISTANT)
                .filter(reply -> all.stream()
                        .anyMatch(message -> Long.valueOf(message.id()).equals(reply.parent())
                                && message.text().content().equals(question)))
                .findFirst();
    }

    /** All that a reply says, as the transcript shows it with open thoughts. */
    static String bare(Message reply) {
        return ShownTurn.bare(reply.text().reasoning() + reply.text().content());
    }

    String bareReply(String question) {
        return reply(question).map(KeptData::bare).orElse("");
    }

    List<String> drafts() {
        return conversations.stream().map(Conversation::draft).toList();
    }

    boolean hasDraft(List<String> texts) {
        return drafts().stream().anyMatch(texts::contains);
    }

    /** The last turn of the conversation that a program opens first; empty where nothing was said yet. */
    Optional<ShownTurn> newest() {
        return conversations.stream()
                .filter(conversation -> conversation.leaf() != null)
                .findFirst()
                .map(conversation -> {
                    var question = conversation.branch().reversed().stream()
                            .filter(message -> message.role() == Role.USER)
                            .findFirst()
                            .orElseThrow();
                    var last = conversation.branch().getLast();
                    return new ShownTurn(
                            question.text().content(),
                            last.role() == Role.ASSISTANT ? bare(last) : "",
                            last.state() == MessageState.INTERRUPTED);
                });
    }
}

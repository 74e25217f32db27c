package dev.ponder.search;

import dev.ponder.store.Sql;
import dev.ponder.store.Store;
import dev.ponder.store.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Finds what was said, in all branches of all conversations outside the trash. Any thread; blocks while it reads. */
public final class Search {

    /** Titles that are sorted by time; of more, those of the conversations that were made last. */
    private static final int TITLES_READ = 300;

    private static final int OPENING = 80;

    /** Messages that are read for words in a row before a search gives up. */
    private static final int MOST_READ = 1_500;

    // the index is walked from its end, so that common words cost no more than rare ones
    private static final String MESSAGES = """
            SELECT m.id, m.conversation, m.role, m.created, m.%1$s AS text, c.title,
                   (SELECT substr(o.content, 1, %3$d) FROM messages o
                    WHERE c.title = '' AND o.conversation = c.id AND o.parent IS NULL AND o.trashed_at IS NULL
                    ORDER BY o.id LIMIT 1) AS opening
            FROM %2$s i CROSS JOIN messages m ON m.id = i.rowid CROSS JOIN conversations c ON c.id = m.conversation
            WHERE i.%2$s MATCH ? AND m.trashed_at IS NULL AND c.trashed_at IS NULL
            ORDER BY i.rowid DESC
            """;

    private static final String SAID = MESSAGES.formatted("content", "said_index", OPENING);
    private static final String THOUGHT = MESSAGES.formatted("reasoning", "thought_index", OPENING);

    private static final String TITLES = """
            SELECT c.id, c.title, c.updated
            FROM title_index i CROSS JOIN conversations c ON c.id = i.rowid
            WHERE i.title_index MATCH ? AND c.trashed_at IS NULL
            ORDER BY i.rowid DESC LIMIT ?
            """;

    private final Store store;

    /** Searches a store, which stays the caller's. */
    public Search(Store store) {
        this.store = store;
    }

    /**
     * Looks for a query.
     *
     * @param thoughts whether thoughts are looked through too
     * @param most messages that are wanted, and titles
     */
    public SearchResults find(SearchQuery query, boolean thoughts, int most) throws StoreException {
        if (query.isEmpty()) {
            return SearchResults.NONE;
        }
        return store.read(connection -> {
            var found = new ArrayList<MessageHit>();
            boolean more = messages(connection, query, false, most, found);
            more |= thoughts && messages(connection, query, true, most, found);
            return new SearchResults(
                    titles(connection, query, most),
                    newest(found, most),
                    more || found.size() > most,
                    IndexBacklog.isLeft(connection));
        });
    }

    /** A message whose words and thought were both found counts once. */
    private static List<MessageHit> newest(List<MessageHit> found, int most) {
        var byMessage = new TreeMap<Long, MessageHit>(Comparator.reverseOrder());
        found.forEach(hit -> byMessage.putIfAbsent(hit.message(), hit));
        return byMessage.values().stream().limit(most).toList();
    }

    private static List<TitleHit> titles(Connection connection, SearchQuery query, int most) throws SQLException {
        return Sql.all(connection, TITLES, row -> title(row, query), query.match(), TITLES_READ).stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(TitleHit::updated).reversed())
                .limit(most)
                .toList();
    }

    private static Optional<TitleHit> title(ResultSet row, SearchQuery query) throws SQLException {
        var title = row.getString(2);
        var places = Places.in(title, query, true);
        return places.count() < query.phrases().size()
                ? Optional.empty()
                : Optional.of(new TitleHit(
                        row.getLong(1), Instant.ofEpochMilli(row.getLong(3)), Snippet.of(title, places.marks())));
    }

    private static boolean messages(
            Connection connection, SearchQuery query, boolean inThought, int most, List<MessageHit> found)
            throws SQLException {
        int wanted = found.size() + most;
        try (var statement = connection.prepareStatement(inThought ? THOUGHT : SAID)) {
            statement.setString(1, query.match());
            try (var rows = statement.executeQuery()) {
                for (int read = 0; rows.next(); read++) {
                    if (found.size() == wanted || read == MOST_READ) {
                        return true;
                    }
                    message(rows, query, inThought).ifPresent(found::add);
                }
                return false;
            }
        }
    }

    private static Optional<MessageHit> message(ResultSet row, SearchQuery query, boolean inThought)
            throws SQLException {
        var text = row.getString("text");
        var places = Places.in(text, query, query.needsReading());
        if (query.needsReading() && places.count() < query.phrases().size()) {
            return Optional.empty();
        }
        var title = row.getString("title");
        return Optional.of(new MessageHit(
                row.getLong("id"),
                row.getLong("conversation"),
                title.isEmpty() ? Optional.ofNullable(row.getString("opening")).orElse("") : title,
                row.getString("role").equals("USER"),
                inThought,
                Instant.ofEpochMilli(row.getLong("created")),
                Snippet.of(text, places.marks())));
    }
}

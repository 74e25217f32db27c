import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/**
 * Asks a question in Ponder's window by the keyboard and prints the reply: Ask.java FOLDER WINDOW QUESTION. The folder is
 * Ponder's data, which is looked at from outside to see what has arrived; the window is an X server's number. Waits until the
 * conversation has a title too, since Ponder writes that once a reply has ended. Without a window it only looks.
 */
final class Ask {

    private static final String DRAFT = "SELECT draft FROM conversations WHERE draft = ?";
    private static final String SAID = "SELECT content FROM messages WHERE role = 'USER' AND content = ?";
    private static final String REPLY = """
            SELECT reply.content FROM messages reply JOIN messages question ON reply.parent = question.id
            WHERE reply.state = 'COMPLETE' AND question.content = ?
            """;
    private static final String TITLE = """
            SELECT title FROM conversations JOIN messages ON messages.conversation = conversations.id
            WHERE title <> '' AND messages.content = ?
            """;

    private final String database;
    private final String window;
    private final String question;

    private Ask(Path folder, String window, String question) {
        database = "jdbc:sqlite:file:" + folder.resolve("ponder.db").toUri().getRawPath() + "?mode=ro";
        this.window = window;
        this.question = question;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Ask(Path.of(arguments[0]), arguments[1], arguments[2]).ask();
    }

    private void ask() throws IOException, InterruptedException {
        if (!window.isEmpty()) {
            // a window that has just come up may not have the keyboard yet, and a model may not be loaded
            repeatUntil(DRAFT, "windowfocus", "--sync", window, "key", "ctrl+a", "type", "--delay", "20", question);
            repeatUntil(SAID, "key", "Return");
        }
        await(TITLE);
        IO.println(await(REPLY));
    }

    private void repeatUntil(String kept, String... keys) throws IOException, InterruptedException {
        for (int i = 0; i < 60; i++) {
            var command = new String[keys.length + 1];
            command[0] = "xdotool";
            System.arraycopy(keys, 0, command, 1, keys.length);
            var typing = new ProcessBuilder(command).inheritIO().start();
            if (!typing.waitFor(1, TimeUnit.MINUTES) || typing.exitValue() != 0) {
                throw new IOException("xdotool could not press the keys");
            }
            if (isThere(kept, 3)) {
                return;
            }
        }
        fail(kept);
    }

    private String await(String query) throws InterruptedException {
        if (!isThere(query, 120)) {
            fail(query);
        }
        return find(query);
    }

    private boolean isThere(String query, int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (find(query) == null) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(50);
        }
        return true;
    }

    private String find(String query) {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, question);
            var rows = statement.executeQuery();
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            // not made yet, or in the middle of being made
            return null;
        }
    }

    private void fail(String query) {
        System.err.println("Nothing comes of: " + question + "\nlooked for: " + query.strip());
        System.exit(1);
    }
}

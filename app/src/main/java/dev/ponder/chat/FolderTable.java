package dev.ponder.chat;

import dev.ponder.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of folders. Every method works inside its caller's transaction. */
final class FolderTable {

    private FolderTable() {}

    static List<Folder> list(Connection connection) throws SQLException {
        return Sql.all(
                connection,
                "SELECT id, name FROM folders ORDER BY name COLLATE NOCASE, id",
                row -> new Folder(row.getLong(1), row.getString(2)));
    }

    /** The folder of a name, a new one where there is none. */
    static long named(Connection connection, String name) throws SQLException {
        var found = Sql.one(connection, "SELECT id FROM folders WHERE name = ?", row -> row.getLong(1), name.strip());
        return found.isPresent()
                ? found.get()
                : Sql.insert(connection, "INSERT INTO folders (name) VALUES (?)", name.strip());
    }

    static boolean rename(Connection connection, long id, String name) throws SQLException {
        return Sql.update(connection, "UPDATE folders SET name = ? WHERE id = ?", name.strip(), id) == 1;
    }

    /** Its conversations stay, without a folder. */
    static boolean delete(Connection connection, long id) throws SQLException {
        return Sql.update(connection, "DELETE FROM folders WHERE id = ?", id) == 1;
    }

    static boolean move(Connection connection, long conversation, @Nullable Long folder) throws SQLException {
        return ConversationTable.set(connection, conversation, "folder", folder);
    }
}

package dev.ponder.prompts;

import dev.ponder.store.Sql;
import dev.ponder.store.Store;
import dev.ponder.store.StoreException;
import java.util.List;
import java.util.UUID;

/**
 * The library of instructions. A conversation holds a copy of what was chosen for it, so changing or deleting here changes
 * no conversation. Methods block and may be called from any thread.
 */
public final class SystemPrompts {

    private final Store store;

    /** The library in a store, which stays the caller's. */
    public SystemPrompts(Store store) {
        this.store = store;
    }

    /** All of them, by name. */
    public List<SystemPrompt> list() throws StoreException {
        return store.read(connection -> Sql.all(
                connection,
                "SELECT * FROM system_prompts ORDER BY name COLLATE NOCASE, id",
                row -> new SystemPrompt(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("text"),
                        row.getBoolean("is_default"))));
    }

    /** The text that a new conversation begins with; empty for none. */
    public String ofNewConversations() throws StoreException {
        return list().stream()
                .filter(SystemPrompt::isDefault)
                .map(SystemPrompt::text)
                .findFirst()
                .orElse("");
    }

    /**
     * Adds instructions.
     *
     * @return their id
     */
    public long add(String name, String text) throws StoreException {
        return store.write(connection -> Sql.insert(
                connection,
                "INSERT INTO system_prompts (public_id, name, text) VALUES (?, ?, ?)",
                UUID.randomUUID().toString(),
                name.strip(),
                text));
    }

    /** Changes instructions; nothing where they are gone. */
    public void change(long id, String name, String text) throws StoreException {
        store.write(connection -> Sql.update(
                connection, "UPDATE system_prompts SET name = ?, text = ? WHERE id = ?", name.strip(), text, id));
    }

    /** Deletes instructions. */
    public void delete(long id) throws StoreException {
        store.write(connection -> Sql.update(connection, "DELETE FROM system_prompts WHERE id = ?", id));
    }

    /** Has new conversations begin with these and no others, or with none. */
    public void setDefault(long id, boolean isDefault) throws StoreException {
        store.write(connection -> {
            Sql.update(connection, "UPDATE system_prompts SET is_default = NULL WHERE ? OR id = ?", isDefault, id);
            return Sql.update(
                    connection, "UPDATE system_prompts SET is_default = ? WHERE id = ?", isDefault ? 1 : null, id);
        });
    }
}

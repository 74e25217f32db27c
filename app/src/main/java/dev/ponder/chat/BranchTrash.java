package dev.ponder.chat;

import dev.ponder.store.Store;
import dev.ponder.store.StoreException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The branches of conversations that were deleted, each a version of a message with all that follows it. Any thread; every
 * method blocks. What a method has returned from is on the disk.
 */
public final class BranchTrash {

    private final Store store;
    private final Clock clock;

    BranchTrash(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Moves a message and all that follows it to the trash; of a branch that is shown the version beside it is shown then, or
     * what stood before it.
     *
     * @return the conversation
     * @throws IllegalStateException while a reply is written on it
     * @throws NoSuchElementException where there is no such message
     */
    public long delete(long message) throws StoreException {
        return store.write(connection -> {
            var first = MessageTable.find(connection, message)
                    .orElseThrow(() -> new NoSuchElementException("no message " + message));
            BranchTable.delete(connection, first, Instant.ofEpochMilli(clock.millis()));
            return first.conversation();
        });
    }

    /**
     * Takes a branch out of the trash, as it was, and shows it.
     *
     * @param message with which it begins
     * @return the conversation
     * @throws NoSuchElementException where the trash holds no such branch
     */
    public long restore(long message) throws StoreException {
        return store.write(connection -> {
            var conversation = BranchTable.restore(connection, message);
            if (conversation == null) {
                throw new NoSuchElementException("no branch in the trash begins with message " + message);
            }
            return conversation;
        });
    }

    /** Those of conversations outside the trash; the one deleted last first. */
    public List<TrashedBranch> list() throws StoreException {
        return store.read(BranchTable::list);
    }

    /** Removes a branch in the trash for good. */
    public void remove(long message) throws StoreException {
        store.write(connection -> BranchTable.remove(connection, message));
    }
}

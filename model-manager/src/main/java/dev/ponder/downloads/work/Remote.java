package dev.ponder.downloads.work;

import dev.ponder.downloads.ByteRange;
import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.ListedFile;
import dev.ponder.downloads.Listings;
import dev.ponder.downloads.Sha256;
import dev.ponder.downloads.Source;
import dev.ponder.downloads.net.Ask;
import dev.ponder.downloads.net.Connector;
import dev.ponder.downloads.net.Delivery;
import dev.ponder.downloads.net.FileLocation;
import dev.ponder.downloads.net.HubAddresses;
import dev.ponder.downloads.net.Purpose;
import dev.ponder.downloads.net.Reply;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One source while a download runs. Knows where the bytes are until that address expires, and asks again then. May be used
 * by several threads.
 */
final class Remote {

    /** What an address that has expired may say, whatever it says of a good one. */
    private static final Set<Integer> EXPIRED = Set.of(400, 401, 403, 404, 410);

    /** What all remotes of a process share. */
    record Door(Connector connector, Listings listings, HubAddresses addresses) {}

    /** A part that comes. */
    record Part(Reply reply, Delivery delivery) implements AutoCloseable {
        @Override
        public void close() {
            reply.close();
        }
    }

    private final Door door;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Source source;
    private volatile @Nullable FileLocation location;
    private volatile @Nullable Expected expected;

    Remote(Source source, Door door) {
        this.source = source;
        this.door = door;
    }

    Source source() {
        return source;
    }

    /** The host that is asked first. */
    String host() {
        var address = door.addresses().file(source);
        return String.valueOf(address.getHost());
    }

    /** From now on nothing but this file is taken. */
    void expect(Expected file) {
        expected = file;
    }

    /** From now on the file is asked for at this commit, so that it stays the same. */
    void stayAt(String commit) {
        if (source instanceof Source.InRepository(var repository, var file) && !repository.isPinned()) {
            source = new Source.InRepository(repository.at(commit), file);
        }
    }

    /** Whether parts can be asked for; true until the server has shown otherwise. */
    boolean hasRanges() {
        var known = location;
        return known == null || known.hasRanges();
    }

    /** Where the bytes are; asks the server unless it has told before. */
    FileLocation locate() throws DownloadException, InterruptedException {
        return locate(null);
    }

    /** Where the bytes are, at another address than one that is no longer good. */
    private FileLocation locate(@Nullable FileLocation stale) throws DownloadException, InterruptedException {
        asking.lockInterruptibly();
        try {
            var known = location;
            if (known != null && !known.equals(stale)) {
                return known;
            }
            location = null;
            var fresh = FileLocation.ask(door.connector(), door.addresses().file(source), source.toString());
            requireExpected(fresh);
            location = fresh;
            return fresh;
        } finally {
            asking.unlock();
        }
    }

    private void requireExpected(FileLocation fresh) throws DownloadException, InterruptedException {
        var wanted = expected;
        if (wanted == null) {
            return;
        }
        Optional<Sha256> hash = fresh.sha256();
        if (hash.isEmpty() && !wanted.pinned()) {
            hash = listed().flatMap(ListedFile::sha256);
        }
        wanted.requireSame(host(), fresh.size(), hash);
    }

    /** What the repository's list says of the file; empty for a source that is no repository, or does not list it. */
    Optional<ListedFile> listed() throws DownloadException, InterruptedException {
        if (!(source instanceof Source.InRepository(var repository, var file))) {
            return Optional.empty();
        }
        return door.listings().files(repository).stream()
                .filter(one -> one.path().equals(file))
                .findFirst();
    }

    /** Asks for a part; with a new address where the known one has expired. */
    Part open(ByteRange range, Purpose purpose) throws DownloadException, InterruptedException {
        var known = location;
        var place = locate();
        var reply = ask(place, range, purpose);
        if (place.equals(known) && EXPIRED.contains(reply.status())) {
            reply.close();
            reply = ask(locate(place), range, purpose);
        }
        try {
            var delivery = Delivery.of(reply, range, source.toString());
            var wanted = expected;
            if (wanted != null) {
                wanted.requireSize(reply.host(), delivery.size());
            }
            return new Part(reply, delivery);
        } catch (DownloadException e) {
            reply.close();
            throw e;
        }
    }

    private Reply ask(FileLocation place, ByteRange range, Purpose purpose)
            throws DownloadException, InterruptedException {
        return door.connector().get(new Ask(place.bytes(), purpose, source.toString(), Optional.of(range)));
    }
}

package dev.ponder.downloads.work;

import dev.ponder.downloads.ContentException;
import dev.ponder.downloads.DiskException;
import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.DownloadRequest;
import dev.ponder.downloads.ListedFile;
import dev.ponder.downloads.Phase;
import dev.ponder.downloads.ServerException;
import dev.ponder.downloads.Sha256;
import dev.ponder.downloads.Source;
import dev.ponder.downloads.disk.JournalFacts;
import dev.ponder.downloads.net.FileLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds out what a file must be: by the journal of an earlier run, by the request, or by asking the first source that tells
 * size and hash. Where a server tells the hash in two ways, both must say the same.
 */
final class Identification {

    private final DownloadRequest request;
    private final Optional<JournalFacts> kept;

    Identification(DownloadRequest request, Optional<JournalFacts> kept) {
        this.request = request;
        this.kept = kept;
    }

    /**
     * The sources, with what an earlier run learned about them.
     *
     * @throws DiskException.OtherBegun if the earlier run was for another file
     */
    List<Source> sources() throws DiskException {
        if (kept.isEmpty()) {
            return request.sources();
        }
        requireSameRequest(kept.get());
        if (request.sha256().isPresent()) {
            return request.sources();
        }
        // an unpinned source was bound to a commit, so that it stays the same
        var sources = new ArrayList<>(kept.get().sources());
        request.sources().stream()
                .filter(source -> sources.stream().noneMatch(one -> isSame(one, source)))
                .forEach(sources::add);
        return sources;
    }

    private void requireSameRequest(JournalFacts facts) throws DiskException {
        boolean isOther =
                request.sha256().filter(hash -> !hash.equals(facts.sha256())).isPresent()
                        || (request.size().isPresent() && request.size().getAsLong() != facts.size())
                        || (request.sha256().isEmpty()
                                && request.sources().stream()
                                        .noneMatch(source ->
                                                facts.sources().stream().anyMatch(one -> isSame(one, source))));
        if (isOther) {
            throw new DiskException.OtherBegun(request.target());
        }
    }

    /** The same file, at whatever revision. */
    private static boolean isSame(Source one, Source other) {
        if (one instanceof Source.InRepository(var oneAt, var oneFile)
                && other instanceof Source.InRepository(var otherAt, var otherFile)) {
            return oneFile.equals(otherFile) && oneAt.at("any").equals(otherAt.at("any"));
        }
        return one.equals(other);
    }

    /** What the file must be; asks a source only if nobody knew before. */
    Expected expected(Sources sources, Status status) throws DownloadException, InterruptedException {
        if (kept.isPresent()) {
            var facts = kept.get();
            boolean pinned = facts.pinned() || request.sha256().isPresent();
            return new Expected(facts.size(), facts.sha256(), pinned, true);
        }
        if (request.size().isPresent() && request.sha256().isPresent()) {
            return new Expected(request.size().getAsLong(), request.sha256().get(), true, false);
        }
        while (true) {
            var remote = sources.next();
            status.stage(new Phase.Resolving(remote.host()));
            try {
                return ask(remote);
            } catch (DownloadException e) {
                sources.failed(remote, e);
            }
        }
    }

    private Expected ask(Remote remote) throws DownloadException, InterruptedException {
        var location = remote.locate();
        location.commit().ifPresent(remote::stayAt);
        Optional<ListedFile> listed = request.sha256().isPresent() ? Optional.empty() : listed(remote, location);
        long size = size(remote, location, listed);
        var hash = request.sha256();
        if (hash.isEmpty()) {
            hash = hash(remote, location, listed);
        }
        var expected = new Expected(
                size,
                hash.orElseThrow(() -> new ContentException.Unverifiable(remote.host(), "SHA-256")),
                request.sha256().isPresent(),
                false);
        expected.requireSame(remote.host(), location.size(), location.sha256());
        return expected;
    }

    /** A mirror may serve files without lists; a hash in the answer itself is enough then. */
    private static Optional<ListedFile> listed(Remote remote, FileLocation location)
            throws DownloadException, InterruptedException {
        try {
            return remote.listed();
        } catch (ServerException.NotFound | ServerException.BadAnswer | ServerException.Forbidden e) {
            if (location.sha256().isEmpty()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private long size(Remote remote, FileLocation location, Optional<ListedFile> listed) throws ContentException {
        var size = request.size();
        if (size.isEmpty()) {
            size = location.size();
        }
        if (size.isEmpty() && listed.isPresent()) {
            size = OptionalLong.of(listed.get().size());
        }
        if (size.isEmpty() || size.getAsLong() < 1) {
            throw new ContentException.Unverifiable(remote.host(), "size");
        }
        return size.getAsLong();
    }

    private static Optional<Sha256> hash(Remote remote, FileLocation location, Optional<ListedFile> listed)
            throws ServerException {
        var inList = listed.flatMap(ListedFile::sha256);
        if (inList.isPresent() && location.sha256().isPresent() && !inList.equals(location.sha256())) {
            throw new ServerException.BadAnswer(remote.host(), "with two hashes for one file");
        }
        return inList.or(location::sha256);
    }
}

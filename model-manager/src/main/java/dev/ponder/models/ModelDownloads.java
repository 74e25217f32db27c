package dev.ponder.models;

import dev.ponder.downloads.Download;
import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.DownloadRequest;
import dev.ponder.downloads.Downloads;
import dev.ponder.downloads.FinishedFile;
import dev.ponder.downloads.Hub;
import dev.ponder.downloads.KeptDownload;
import dev.ponder.downloads.ListedFile;
import dev.ponder.downloads.Listings;
import dev.ponder.downloads.Phase;
import dev.ponder.downloads.Repository;
import dev.ponder.downloads.Source;
import dev.ponder.models.catalog.CatalogChoice;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Fetches models into the library: from the catalog, or any file of a repository. What has come is remembered with its hash
 * and where that is known from. Safe for all threads; starting returns at once, listing a repository blocks.
 */
public final class ModelDownloads {
    private static final Logger LOG = System.getLogger(ModelDownloads.class.getName());

    private final Downloads downloads;
    private final Listings listings;
    private final ModelLibrary library;

    /** Where the user wants files from. */
    public sealed interface Preference {
        /** Hugging Face, and ModelScope where that fails. */
        record Usual() implements Preference {}

        /** One hub first; the others after it. */
        record First(Hub hub) implements Preference {}
    }

    /** Fetches into a library. */
    public ModelDownloads(Downloads downloads, Listings listings, ModelLibrary library) {
        this.downloads = downloads;
        this.listings = listings;
        this.library = library;
    }

    /**
     * Starts to fetch a model of the catalog, or goes on with it.
     *
     * @return one download for each of its files, the one to load first
     * @throws LibraryException if the folder of models is not there, or a file's name cannot be used
     */
    public List<Download> start(CatalogChoice choice, Preference preference) throws LibraryException {
        var started = new ArrayList<Download>();
        for (var part : choice.file().parts()) {
            var sources = ordered(choice.file().sources(part), preference);
            started.add(start(new DownloadRequest(
                    target(part.fileName()), OptionalLong.of(part.bytes()), part.sha256(), part.pieces(), sources)));
        }
        return started;
    }

    /**
     * Starts to fetch a file of which nothing is known here; its hash is the server's own.
     *
     * @throws LibraryException if the folder of models is not there, or the file's name cannot be used
     */
    public Download start(Source source) throws LibraryException {
        return start(DownloadRequest.unpinned(target(source.fileName()), source));
    }

    /**
     * The model files of a repository, the smallest first.
     *
     * @throws DownloadException when its hub cannot be reached, refuses, or answers nonsense
     */
    public List<ListedFile> files(Repository repository) throws DownloadException, InterruptedException {
        return listings.files(repository).stream()
                .filter(file -> file.path().toLowerCase(Locale.ROOT).endsWith(InstalledModel.EXTENSION))
                .sorted(Comparator.comparingLong(ListedFile::size))
                .toList();
    }

    /**
     * Waits for a download that was started here; the library then knows the file and its hash.
     *
     * @throws DownloadException why it failed, or that it was stopped
     */
    public FinishedFile await(Download download) throws DownloadException, InterruptedException {
        return download.await();
    }

    /** The downloads of this process, in the order they were started. */
    public List<Download> queue() {
        return downloads.all();
    }

    /**
     * What lies unfinished in the folder of models, begun earlier or by another process.
     *
     * @throws DownloadException if the folder cannot be read
     */
    public List<KeptDownload> kept() throws DownloadException {
        return downloads.kept(library.folder());
    }

    /** Goes on with what lies unfinished. */
    public Download resume(KeptDownload kept) {
        return start(kept.request());
    }

    /** Limits the speed of all together; 0 for no limit. */
    public void limitSpeed(long bytesPerSecond) {
        downloads.limitSpeed(bytesPerSecond);
    }

    private Download start(DownloadRequest request) {
        var download = downloads.start(request);
        var _ = download.onProgress(progress -> {
            if (progress.phase() instanceof Phase.Finished(var file)) {
                remember(file, request);
            }
        });
        return download;
    }

    private void remember(FinishedFile file, DownloadRequest request) {
        try {
            var basis = file.pinned() ? FileRecord.Basis.CATALOG : FileRecord.Basis.SERVER;
            var source = Optional.of(request.sources().getFirst().toString());
            library.remember(file.path(), FileRecord.of(file.path(), file.sha256(), basis, source));
        } catch (IOException e) {
            // the file is there and can be used; verifying it again will tell the same
            LOG.log(Level.WARNING, "the hash of a fetched model could not be noted", e);
        }
    }

    private java.nio.file.Path target(String fileName) throws LibraryException {
        var name = ModelFileName.of(fileName)
                .orElseThrow(() -> new LibraryException(
                        LibraryException.Kind.BAD_NAME,
                        "“" + fileName + "” is no name for a model's file; choose a file that ends in .gguf.",
                        null));
        return library.requireFolder().resolve(name.text());
    }

    private static List<Source> ordered(List<Source> sources, Preference preference) {
        return switch (preference) {
            case Preference.Usual() -> sources;
            case Preference.First(Hub.Mirror mirror) -> {
                var all = new ArrayList<Source>();
                sources.stream().limit(1).forEach(source -> all.add(at(mirror, source)));
                all.addAll(sources);
                yield all;
            }
            case Preference.First(var hub) ->
                sources.stream()
                        .sorted(Comparator.comparing(source -> !isAt(source, hub)))
                        .toList();
        };
    }

    private static Source at(Hub hub, Source source) {
        return source instanceof Source.InRepository(var repository, var file)
                ? new Source.InRepository(new Repository(hub, repository.name(), repository.revision()), file)
                : source;
    }

    private static boolean isAt(Source source, Hub hub) {
        return source instanceof Source.InRepository(var repository, var _)
                && repository.hub().equals(hub);
    }
}

package dev.ponder.app;

import dev.ponder.downloads.net.AccessTokens;
import dev.ponder.downloads.net.ConnectionLog;
import dev.ponder.downloads.net.Connector;
import dev.ponder.downloads.net.Endpoints;
import dev.ponder.downloads.net.FileConnectionLog;
import dev.ponder.downloads.net.HubListings;
import dev.ponder.downloads.net.Patience;
import dev.ponder.downloads.work.DownloadService;
import dev.ponder.engine.Engine;
import dev.ponder.engine.EngineException;
import dev.ponder.hardware.MeasuringEngine;
import dev.ponder.hardware.SpeedProbe;
import dev.ponder.models.FolderMove;
import dev.ponder.models.ModelAdoption;
import dev.ponder.models.ModelCheck;
import dev.ponder.models.ModelDownloads;
import dev.ponder.models.ModelImport;
import dev.ponder.models.ModelLibrary;
import dev.ponder.models.ModelRemoval;
import dev.ponder.models.adoption.AdoptionSearch;
import dev.ponder.models.bin.Bin;
import dev.ponder.models.catalog.Catalog;
import dev.ponder.models.fit.Machine;
import dev.ponder.models.fit.MachineSpeed;
import dev.ponder.models.fit.Recommendation;
import dev.ponder.models.fit.Recommender;
import dev.ponder.models.fit.SpeedBook;
import dev.ponder.models.fit.SpeedBookFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * All that has to do with finding, fitting, fetching and keeping models. Methods that return a service or what is known are
 * quick; those that ask the engine or read files block, and say so. Nothing is asked of the network before a download or a
 * listing is.
 */
public final class ModelServices implements AutoCloseable {

    private final PonderPaths paths;
    private final ModelLibrary library;
    private final MeasuringEngine engine;
    private final SpeedBookFile speeds;
    private final Supplier<Engine> otherEngine;
    private final Catalog catalog = Catalog.bundled();
    private final FileConnectionLog connections;
    private final Connector connector;
    private final DownloadService downloads;
    private final ModelDownloads models;

    /**
     * Opens the services.
     *
     * @param engine the one that holds the model in use
     * @param speeds what is known of this computer's speed
     * @param otherEngine starts an engine of its own for the speed probe
     * @throws IllegalArgumentException if an environment variable names no usable host; the message says which
     */
    ModelServices(
            PonderPaths paths,
            ModelLibrary library,
            MeasuringEngine engine,
            SpeedBookFile speeds,
            Supplier<Engine> otherEngine) {
        this.paths = paths;
        this.library = library;
        this.engine = engine;
        this.speeds = speeds;
        this.otherEngine = otherEngine;
        var endpoints = Endpoints.of(System.getenv());
        connections = new FileConnectionLog(paths.connections());
        connector = Connector.open(Patience.USUAL, AccessTokens.NONE, connections);
        downloads = DownloadService.open(connector, endpoints);
        models = new ModelDownloads(downloads, new HubListings(connector, endpoints), library);
    }

    /** The models that are known. */
    public Catalog catalog() {
        return catalog;
    }

    /** The models on this computer. */
    public ModelLibrary library() {
        return library;
    }

    /** Fetches models. */
    public ModelDownloads downloads() {
        return models;
    }

    /** Every connection ever made. */
    public ConnectionLog connections() {
        return connections;
    }

    /** What is known of this computer's speed. */
    public SpeedBook speeds() {
        return speeds.book();
    }

    /**
     * The memory of this computer now, as if no model were loaded. Blocks; starts the engine's process if there is none.
     *
     * @throws EngineException when the engine does not answer
     */
    public Machine machine() throws EngineException {
        return engine.machine();
    }

    /** What to recommend for a computer; the first to be shown first. Takes some ten milliseconds. */
    public List<Recommendation> recommend(Machine machine) {
        return new Recommender(catalog, machine, speeds()).recommend();
    }

    /**
     * Measures for some five seconds how fast this computer is, in an engine of its own, and keeps the result. Blocks.
     *
     * @throws EngineException when the engine fails
     * @throws IOException when the disk refuses
     */
    public MachineSpeed probe() throws EngineException, IOException {
        try (var other = otherEngine.get()) {
            var found = new SpeedProbe(other, paths.data()).run();
            speeds.update(book -> book.withProbe(found));
            return found;
        }
    }

    /** Looks for models of other programs. */
    public AdoptionSearch otherPrograms() {
        return new AdoptionSearch(System.getenv(), system(), home(), library, catalog);
    }

    /** Takes models of other programs into the library. */
    public ModelAdoption adoption() {
        return new ModelAdoption(library, catalog);
    }

    /** Brings files from elsewhere into the library. */
    public ModelImport imports() {
        return new ModelImport(library, catalog);
    }

    /** Verifies models. */
    public ModelCheck check() {
        return new ModelCheck(library, catalog);
    }

    /** Removes models into the system's bin. */
    public ModelRemoval removal() {
        return new ModelRemoval(library, Bin.of(Map.copyOf(System.getenv()), system(), home()));
    }

    /** Moves the folder of models. */
    public FolderMove folderMove() {
        return new FolderMove(library);
    }

    private static String system() {
        return System.getProperty("os.name", "");
    }

    private static Path home() {
        return Path.of(System.getProperty("user.home", "."));
    }

    /** Pauses downloads, which go on at the next start, and lets go of the network. */
    @Override
    public void close() {
        downloads.close();
        connector.close();
    }
}

package dev.ponder.app;

import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.Hub;
import dev.ponder.downloads.KeptDownload;
import dev.ponder.downloads.net.ConnectionLog;
import dev.ponder.downloads.net.Connector;
import dev.ponder.downloads.net.Endpoints;
import dev.ponder.downloads.net.FileConnectionLog;
import dev.ponder.downloads.net.HubListings;
import dev.ponder.downloads.net.Patience;
import dev.ponder.downloads.net.StoredTokens;
import dev.ponder.downloads.work.DownloadService;
import dev.ponder.models.ModelAdoption;
import dev.ponder.models.ModelCheck;
import dev.ponder.models.ModelDownloads;
import dev.ponder.models.ModelImport;
import dev.ponder.models.ModelLibrary;
import dev.ponder.models.ModelRemoval;
import dev.ponder.models.adoption.AdoptionSearch;
import dev.ponder.models.bin.Bin;
import dev.ponder.models.catalog.Catalog;
import dev.ponder.models.fit.SpeedBookFile;
import dev.ponder.settings.FetchSettings;
import java.net.URI;
import java.nio.file.Path;

/**
 * Everything about models that are not loaded: the catalog, downloads, imports, what other programs have, and the record of
 * connections. Opening connects to nobody. Safe for all threads.
 */
public final class ModelServices implements AutoCloseable {

    private final Catalog catalog = Catalog.bundled();
    private final ModelLibrary library;
    private final SpeedBookFile speeds;
    private final ConnectionLog connections;
    private final StoredTokens tokens;
    private final Endpoints endpoints;
    private final Connector connector;
    private final DownloadService service;
    private final ModelDownloads downloads;
    private final ModelRemoval removal;

    private ModelServices(
            ModelLibrary library, SpeedBookFile speeds, ConnectionLog connections, StoredTokens tokens, Place place) {
        this.library = library;
        this.speeds = speeds;
        this.connections = connections;
        this.tokens = tokens;
        endpoints = place.endpoints();
        connector = Connector.open(Patience.USUAL, tokens, connections);
        service = DownloadService.open(connector, place.endpoints());
        downloads = new ModelDownloads(service, new HubListings(connector, place.endpoints()), library);
        removal = new ModelRemoval(library, place.bin());
    }

    /**
     * What differs between computers.
     *
     * @param endpoints the hubs' hosts
     * @param bin where removed models go
     */
    public record Place(Endpoints endpoints, Bin bin) {

        /** The surroundings of this process. */
        public static Place here() {
            return new Place(
                    Endpoints.of(System.getenv()),
                    Bin.of(
                            System.getenv(),
                            System.getProperty("os.name", ""),
                            Path.of(System.getProperty("user.home", "."))));
        }
    }

    /**
     * Opens them over a library.
     *
     * @param speeds what is known of this computer's speed
     */
    static ModelServices open(
            PonderPaths paths, ModelLibrary library, SpeedBookFile speeds, FetchSettings settings, Place place) {
        var services = new ModelServices(
                library,
                speeds,
                new FileConnectionLog(paths.connections()),
                StoredTokens.ofThisSystem(paths.data()),
                place);
        services.downloads.limitSpeed(settings.bytesPerSecond());
        return services;
    }

    /** The models that Ponder knows. */
    public Catalog catalog() {
        return catalog;
    }

    /** What is known of this computer's speed. */
    public SpeedBookFile speeds() {
        return speeds;
    }

    /** Every connection that was ever made. */
    public ConnectionLog connections() {
        return connections;
    }

    /** Access tokens that the user has given. */
    public StoredTokens tokens() {
        return tokens;
    }

    /** The host that a hub's access token belongs to. */
    public String host(Hub hub) {
        return endpoints.host(hub);
    }

    /** Fetches models. */
    public ModelDownloads downloads() {
        return downloads;
    }

    /**
     * Deletes what has come of a download that nobody fetches now.
     *
     * @throws DownloadException if another process is fetching it, or the disk refuses
     */
    public void discard(KeptDownload kept) throws DownloadException {
        service.discard(kept.request().target());
    }

    /** Brings files into the library. */
    public ModelImport imports() {
        return new ModelImport(library, catalog);
    }

    /** Verifies files of the library. */
    public ModelCheck check() {
        return new ModelCheck(library, catalog);
    }

    /** Takes other programs' models into the library. */
    public ModelAdoption adoption() {
        return new ModelAdoption(library, catalog);
    }

    /** Looks for other programs' models. */
    public AdoptionSearch adoptionSearch() {
        return new AdoptionSearch(
                System.getenv(),
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", ".")),
                library,
                catalog);
    }

    /** Takes models out of the library. */
    public ModelRemoval removal() {
        return removal;
    }

    /** Where the user wants files from. */
    public static ModelDownloads.Preference preference(FetchSettings settings) {
        return switch (settings.source()) {
            case HUGGING_FACE -> new ModelDownloads.Preference.Usual();
            case MODEL_SCOPE -> new ModelDownloads.Preference.First(Hub.MODEL_SCOPE);
            case MIRROR ->
                settings.mirror().isBlank()
                        ? new ModelDownloads.Preference.Usual()
                        : new ModelDownloads.Preference.First(new Hub.Mirror(URI.create(settings.mirror())));
        };
    }

    /** Pauses downloads, which keep what has come, and cuts all connections. */
    @Override
    public void close() {
        service.close();
        connector.close();
    }
}

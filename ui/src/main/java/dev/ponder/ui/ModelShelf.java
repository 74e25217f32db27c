package dev.ponder.ui;

import dev.ponder.app.ModelServices;
import dev.ponder.app.Ponder;
import dev.ponder.downloads.Download;
import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.Hub;
import dev.ponder.downloads.KeptDownload;
import dev.ponder.downloads.ListedFile;
import dev.ponder.downloads.Progress;
import dev.ponder.downloads.Repository;
import dev.ponder.downloads.Source;
import dev.ponder.downloads.net.Connection;
import dev.ponder.downloads.net.StoredTokens;
import dev.ponder.engine.EngineException;
import dev.ponder.models.LibraryException;
import dev.ponder.models.ModelDownloads.Preference;
import dev.ponder.models.catalog.CatalogChoice;
import dev.ponder.models.fit.Recommender;
import dev.ponder.ui.common.Fx;
import dev.ponder.ui.models.CatalogService;
import dev.ponder.ui.models.ConnectionService;
import dev.ponder.ui.models.QueueService;
import dev.ponder.ui.models.TokenService;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What can be fetched and what is being fetched, as the window asks for it. */
final class ModelShelf implements CatalogService, QueueService, ConnectionService, TokenService {

    private final Ponder ponder;
    private final ModelServices services;
    private final ThisComputer computer;

    ModelShelf(Ponder ponder, ThisComputer computer) {
        this.ponder = ponder;
        this.services = ponder.modelServices();
        this.computer = computer;
    }

    @Override
    public Offers offers() throws IOException {
        var machine = computer.machine();
        var recommended =
                new Recommender(services.catalog(), machine, services.speeds().book()).recommend();
        var here = namesHere();
        var offers = services.catalog().models().stream()
                .map(model -> new Offer(
                        model,
                        model.files().stream()
                                .map(file -> offered(new CatalogChoice(model, file), here))
                                .toList()))
                .toList();
        return new Offers(machine, recommended, offers);
    }

    @Override
    public void measure() throws IOException, EngineException {
        computer.measure();
    }

    private OfferedFile offered(CatalogChoice choice, Map<String, String> here) {
        var fit = computer.fit(choice);
        return new OfferedFile(
                choice,
                services.catalog().quantisation(choice.file().quantisation()),
                fit.map(ThisComputer.FitAndSpeed::fit),
                fit.map(ThisComputer.FitAndSpeed::speed),
                Optional.ofNullable(here.get(choice.file().parts().getFirst().fileName())));
    }

    /** Ids of what is here by their files' names. */
    private Map<String, String> namesHere() throws IOException {
        var names = new HashMap<String, String>();
        for (var model : ponder.library().models()) {
            names.put(String.valueOf(model.file().getFileName()), model.id());
        }
        return names;
    }

    @Override
    public List<ListedFile> files(Repository repository) throws DownloadException, InterruptedException {
        return services.downloads().files(repository);
    }

    @Override
    public void fetch(CatalogChoice choice, @Nullable Hub first) throws LibraryException {
        var preference = first == null
                ? ModelServices.preference(ponder.settings().settings().fetch())
                : new Preference.First(first);
        var _ = services.downloads().start(choice, preference);
    }

    @Override
    public void fetch(Source source) throws LibraryException {
        var _ = services.downloads().start(source);
    }

    @Override
    public List<Download> queue() {
        return services.downloads().queue();
    }

    @Override
    public List<KeptDownload> kept() throws DownloadException {
        var running =
                queue().stream().map(download -> download.request().target()).toList();
        return services.downloads().kept().stream()
                .filter(kept -> !running.contains(kept.request().target()))
                .toList();
    }

    @Override
    public void resume(KeptDownload kept) {
        var _ = services.downloads().resume(kept);
    }

    @Override
    public void discard(KeptDownload kept) throws DownloadException {
        services.discard(kept);
    }

    @Override
    public boolean hasToken(Hub hub) {
        return services.tokens().of(services.host(hub)).isPresent();
    }

    @Override
    public StoredTokens.Kept keepToken(Hub hub, String token) {
        return services.tokens().keep(services.host(hub), token);
    }

    @Override
    public void removeToken(Hub hub) throws IOException {
        services.tokens().remove(services.host(hub));
    }

    @Override
    public void limitSpeed(long bytesPerSecond) {
        services.downloads().limitSpeed(bytesPerSecond);
    }

    @Override
    public void observe(Download download, Consumer<? super Progress> observer) {
        // ends with the download, which is forgotten once it is taken off the list
        var _ = download.onProgress(Fx.onFx(observer));
    }

    @Override
    public List<Connection> connections() {
        return services.connections().connections();
    }
}

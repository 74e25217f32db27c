package dev.ponder.ui.models;

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
import dev.ponder.gguf.GgufException;
import dev.ponder.gguf.TensorType;
import dev.ponder.models.catalog.Catalog;
import dev.ponder.models.catalog.CatalogChoice;
import dev.ponder.models.catalog.CatalogFile;
import dev.ponder.models.catalog.CatalogModel;
import dev.ponder.models.fit.Fit;
import dev.ponder.models.fit.FitCheck;
import dev.ponder.models.fit.Machine;
import dev.ponder.models.fit.ModelFigures;
import dev.ponder.models.fit.Recommender;
import dev.ponder.models.fit.SpeedBook;
import dev.ponder.models.fit.SpeedEstimate;
import dev.ponder.models.fit.TokenCost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The real catalog on a computer that the test invents, with downloads that go as the test says. */
public final class FakeShelf implements CatalogService, QueueService, ConnectionService, TokenService {

    private static final long GIB = 1L << 30;
    private static final int CONTEXT = 32_768;

    /** 16 GB of memory and no graphics card. */
    public static final Machine LAPTOP = Machine.withoutGpu(16 * GIB, 12 * GIB);

    private final Executor screen;
    private final List<String> calls = new ArrayList<>();
    private final List<FakeDownload> queue = new ArrayList<>();
    private final Map<String, String> installed = new HashMap<>();
    private final List<KeptDownload> kept = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private List<ListedFile> files = List.of();
    private @Nullable DownloadException refusal;
    private final Map<Hub, String> tokens = new HashMap<>();
    private final Map<Machine, Offers> offers = new HashMap<>();
    private Machine machine = LAPTOP;

    public FakeShelf(Executor screen) {
        this.screen = screen;
    }

    /** What was asked for, one entry for each call. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public void setMachine(Machine other) {
        machine = other;
    }

    /** Says that a file is here. */
    public void install(String fileName, String id) {
        installed.put(fileName, id);
    }

    public void keep(KeptDownload unfinished) {
        kept.add(unfinished);
    }

    public void note(Connection connection) {
        connections.add(connection);
    }

    /** What repositories have, or why none answers. */
    public void setFiles(List<ListedFile> listed, @Nullable DownloadException failure) {
        files = listed;
        refusal = failure;
    }

    /** Puts a download into the queue. */
    public FakeDownload queue(String fileName, Progress progress) {
        var download = new FakeDownload(fileName, progress);
        queue.add(download);
        return download;
    }

    @Override
    public Offers offers() {
        return withWhatIsHere(offers.computeIfAbsent(machine, FakeShelf::offers));
    }

    /** Computed once for each machine: it takes a while, and the test's tasks run on the JavaFX thread. */
    private static Offers offers(Machine machine) {
        try {
            var catalog = Catalog.bundled();
            var offers = new ArrayList<Offer>();
            for (var model : catalog.models()) {
                var offered = new ArrayList<OfferedFile>();
                for (var file : model.files()) {
                    offered.add(offered(catalog, machine, model, file));
                }
                offers.add(new Offer(model, offered));
            }
            return new Offers(machine, new Recommender(catalog, machine, SpeedBook.EMPTY).recommend(), offers);
        } catch (GgufException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void measure() {
        calls.add("measure");
    }

    private static OfferedFile offered(Catalog catalog, Machine machine, CatalogModel model, CatalogFile file)
            throws GgufException {
        var figures = ModelFigures.of(model, file);
        Optional<Fit> fit = Optional.empty();
        Optional<SpeedEstimate> speed = Optional.empty();
        if (figures.isPresent()) {
            fit = Optional.of(FitCheck.of(figures.get(), machine, CONTEXT, TensorType.F16));
            var cost = TokenCost.of(figures.get(), fit.get().plan(), machine.gpus());
            speed = Optional.of(SpeedBook.EMPTY.estimate(machine, file.quantisation(), cost));
        }
        return new OfferedFile(
                new CatalogChoice(model, file),
                catalog.quantisation(file.quantisation()),
                fit,
                speed,
                Optional.empty());
    }

    private Offers withWhatIsHere(Offers all) {
        var models = all.models().stream()
                .map(offer -> new Offer(
                        offer.model(),
                        offer.files().stream().map(this::withWhatIsHere).toList()))
                .toList();
        return new Offers(all.machine(), all.recommended(), models);
    }

    private OfferedFile withWhatIsHere(OfferedFile file) {
        var id = installed.get(file.choice().file().parts().getFirst().fileName());
        return new OfferedFile(file.choice(), file.note(), file.fit(), file.speed(), Optional.ofNullable(id));
    }

    @Override
    public List<ListedFile> files(Repository repository) throws DownloadException {
        calls.add("files " + repository.hub().getClass().getSimpleName() + " " + repository.name());
        if (refusal != null) {
            throw refusal;
        }
        return files;
    }

    @Override
    public void fetch(CatalogChoice choice, @Nullable Hub first) {
        calls.add("fetch " + choice.id()
                + (first == null ? "" : " " + first.getClass().getSimpleName()));
        queue(choice.file().parts().getFirst().fileName(), FakeDownload.queued());
    }

    @Override
    public void fetch(Source source) {
        calls.add("fetch " + source);
    }

    @Override
    public List<Download> queue() {
        return List.copyOf(queue);
    }

    @Override
    public List<KeptDownload> kept() {
        return List.copyOf(kept);
    }

    @Override
    public void resume(KeptDownload unfinished) {
        kept.remove(unfinished);
        queue(String.valueOf(unfinished.request().target().getFileName()), FakeDownload.queued());
    }

    @Override
    public void discard(KeptDownload unfinished) {
        kept.remove(unfinished);
    }

    @Override
    public void limitSpeed(long bytesPerSecond) {
        calls.add("limit " + bytesPerSecond);
    }

    @Override
    public void observe(Download download, Consumer<? super Progress> observer) {
        var _ = download.onProgress(progress -> screen.execute(() -> observer.accept(progress)));
    }

    @Override
    public boolean hasToken(Hub hub) {
        return tokens.containsKey(hub);
    }

    @Override
    public StoredTokens.Kept keepToken(Hub hub, String token) {
        tokens.put(hub, token);
        return StoredTokens.Kept.UNTIL_PONDER_ENDS;
    }

    @Override
    public void removeToken(Hub hub) {
        tokens.remove(hub);
    }

    /** The tokens that are kept. */
    public Map<Hub, String> tokens() {
        return tokens;
    }

    @Override
    public List<Connection> connections() {
        return List.copyOf(connections);
    }
}

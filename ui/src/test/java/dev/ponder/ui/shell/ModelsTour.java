package dev.ponder.ui.shell;

import dev.ponder.downloads.DiskException;
import dev.ponder.downloads.FinishedFile;
import dev.ponder.downloads.KeptDownload;
import dev.ponder.downloads.ListedFile;
import dev.ponder.downloads.NetworkException;
import dev.ponder.downloads.Phase;
import dev.ponder.downloads.ServerException;
import dev.ponder.downloads.Sha256;
import dev.ponder.downloads.net.Connection;
import dev.ponder.downloads.net.Purpose;
import dev.ponder.models.InstalledModel.Origin;
import dev.ponder.models.fit.Machine;
import dev.ponder.settings.Appearance;
import dev.ponder.ui.common.Headless;
import dev.ponder.ui.models.FakeDownload;
import dev.ponder.ui.models.FakeShelf;
import dev.ponder.ui.models.ModelsPage.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;

/** Draws the states of the models page; a program for people who look at them. Argument: the folder to write to. */
final class ModelsTour {

    private static final long GIB = 1L << 30;
    private static final Sha256 HASH = new Sha256("7485fe6f11af29433bc51cab58009521f205840f5b4ae3a32fa7f92e8534fdf5");
    private static final String LONG_NAME =
            "Qwen3-30B-A3B-Instruct-2507-merged-with-a-name-that-its-makers-never-thought-would-be-shown-Q4_K_M.gguf";

    private final OpenWindow open;
    private final Path target;
    private final Appearance appearance;

    private ModelsTour(OpenWindow open, Path target, Appearance appearance) {
        this.open = open;
        this.target = target;
        this.appearance = appearance;
    }

    public static void main(String[] arguments) throws Exception {
        for (var appearance : new Appearance[] {Appearance.LIGHT, Appearance.DARK}) {
            var folder = Files.createTempDirectory("ponder-models");
            var clock = Clock.fixed(Instant.parse("2026-03-14T10:00:00Z"), ZoneOffset.UTC);
            try (var open = new OpenWindow(folder, clock, _ -> new ShownTranscript())) {
                new ModelsTour(open, Path.of(arguments[0]), appearance).take();
            } catch (Exception | Error broken) {
                broken.printStackTrace();
                System.exit(1);
            }
        }
        System.exit(0);
    }

    private void take() throws Exception {
        Headless.run(() -> open.window.settings().appearanceProperty().set(appearance));
        var _ = open.shelf.offers();
        Headless.run(open.window::welcome);
        draw("welcome");
        Headless.run(open.window::toggleModels);
        draw("catalog");
        openFiles("qwen3-4b");
        draw("files");
        openFiles("qwen3-30b-a3b");
        draw("mixture");
        popover();
        filters();
        graphics();
        repository();
        queue();
        library();
        connections();
    }

    private void openFiles(String id) {
        Headless.run(() -> open.window.page().catalog().openProperty().set(id));
        scrollTo(".offer-details");
    }

    private void scrollTo(String selector) {
        open.settle();
        Headless.run(() -> {
            var node = open.find(selector);
            var scroll = scrollOf(node);
            double y = scroll.getContent()
                    .sceneToLocal(node.localToScene(node.getBoundsInLocal()))
                    .getMinY();
            double room = scroll.getContent().getBoundsInLocal().getHeight() - scroll.getHeight();
            scroll.setVvalue(Math.clamp((y - 160) / room, 0, 1));
        });
        open.settle();
    }

    private static ScrollPane scrollOf(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up instanceof ScrollPane scroll) {
                return scroll;
            }
        }
        throw new AssertionError("nothing scrolls around " + node);
    }

    private void popover() throws Exception {
        Headless.run(() -> ((Button) open.find(".offered-file .fit-mark")).fire());
        draw("arithmetic");
        Headless.run(() -> ((Button) open.find(".offered-file .fit-mark")).fire());
    }

    private void filters() throws Exception {
        Headless.run(() -> open.window.page().catalog().wordsProperty().set("nothing like that"));
        scrollTo(".filters");
        draw("catalog-empty");
        Headless.run(() -> open.window.page().catalog().clearFilters());
        Headless.run(() -> open.window.page().catalog().openProperty().set(null));
    }

    private void graphics() throws Exception {
        open.shelf.setMachine(new Machine(
                new Machine.Memory(32 * GIB, 26 * GIB),
                List.of(new Machine.Gpu(
                        "Vulkan0", "NVIDIA GeForce RTX 4070", new Machine.Memory(12 * GIB, 11 * GIB), false))));
        var _ = open.shelf.offers();
        open.shelf.install("Qwen3-8B-Q4_K_M.gguf", "Qwen3-8B-Q4_K_M");
        Headless.run(() -> open.window.page().refresh());
        openFiles("qwen3-30b-a3b");
        Headless.run(() -> ((Button) open.find(".offered-file .fit-mark")).fire());
        draw("arithmetic-gpu");
        Headless.run(() -> ((Button) open.find(".offered-file .fit-mark")).fire());
        Headless.run(() -> open.window.page().catalog().openProperty().set(null));
        scrollTo(".page-column");
        draw("catalog-gpu");
        open.shelf.setMachine(FakeShelf.LAPTOP);
    }

    private void repository() throws Exception {
        open.shelf.setFiles(
                List.of(
                        new ListedFile("Qwen3-8B-Q4_K_M.gguf", 5_027_784_512L, Optional.of(HASH)),
                        new ListedFile(LONG_NAME, 18_556_686_912L, Optional.empty())),
                null);
        Headless.run(() -> {
            open.window.page().repository().typedProperty().set("bartowski/Qwen_Qwen3-8B-GGUF");
            open.window.page().repository().look();
        });
        scrollTo(".repository");
        draw("repository");
        open.shelf.setFiles(List.of(), new ServerException.NotFound("huggingface.co", "somebody/nothing"));
        Headless.run(() -> {
            open.window.page().repository().typedProperty().set("somebody/nothing");
            open.window.page().repository().look();
        });
        scrollTo(".repository");
        draw("repository-failed");
    }

    private void queue() throws Exception {
        Headless.run(() -> open.window.page().partProperty().set(Part.QUEUE));
        draw("queue-empty");
        open.shelf.queue(
                "Qwen3-4B-Q4_K_M.gguf",
                FakeDownload.at(new Phase.Fetching("huggingface.co", 4), 1_023_410_176L, 31_400_000));
        open.shelf.queue("Qwen3-1.7B-Q4_K_M.gguf", FakeDownload.at(new Phase.Paused(), 410_176_000L, 0));
        open.shelf.queue(LONG_NAME, FakeDownload.at(new Phase.Queued(), 0, 0));
        open.shelf.queue(
                "Qwen3-8B-Q4_K_M.gguf",
                FakeDownload.at(
                        new Phase.Failed(new DiskException.DiskFull(Path.of("/home/ada/models"), 3_100_000_000L, null)),
                        410_176_000L,
                        0));
        open.shelf.queue(
                "Qwen3-14B-Q4_K_M.gguf",
                FakeDownload.at(
                        new Phase.Failed(new NetworkException.HostUnknown("huggingface.co", null)), 91_017_600L, 0));
        open.shelf.queue(
                "Qwen3-0.6B-Q8_0.gguf",
                FakeDownload.at(
                        new Phase.Finished(new FinishedFile(Path.of("Qwen3-0.6B-Q8_0.gguf"), 639_446_688L, HASH, true)),
                        639_446_688L,
                        0));
        open.shelf.keep(new KeptDownload(FakeDownload.request("Qwen3-32B-Q4_K_M.gguf"), 7_301_017_600L));
        Headless.run(() -> open.window.page().queue().refresh());
        draw("queue");
    }

    private void library() throws Exception {
        Headless.run(() -> open.window.page().partProperty().set(Part.LIBRARY));
        draw("library-empty");
        open.library.add("Qwen3-4B-Q4_K_M", new Origin.Folder());
        open.library.add("qwen3:8b", new Origin.Elsewhere("Ollama"));
        open.library.add(LONG_NAME.replace(".gguf", ""), new Origin.Folder());
        open.library.addOther("LM Studio", "Qwen3-8B-Q4_K_M", "qwen3");
        open.library.addOther("Hugging Face", "Mistral-7B-Instruct-v0.3.Q4_K_M", "llama");
        Headless.run(() -> {
            open.window.page().library().refresh();
            open.window.page().library().searchOthers();
        });
        draw("library");
        Headless.run(() -> open.window.page().library().openProperty().set("Qwen3-4B-Q4_K_M"));
        draw("details");
        Headless.run(() -> open.window.page().library().openProperty().set(null));
        Headless.run(() -> open.window
                .page()
                .library()
                .offeredProperty()
                .set(Path.of("/home/ada/Downloads/Qwen3-8B-Q4_K_M.gguf")));
        open.library.setMissing(true);
        Headless.run(() -> open.window.page().library().refresh());
        scrollTo(".import");
        draw("import");
        Headless.run(() -> open.window.page().library().offeredProperty().set(null));
    }

    private void connections() throws Exception {
        Headless.run(() -> open.window.page().partProperty().set(Part.CONNECTIONS));
        draw("connections-empty");
        var when = Instant.parse("2026-03-14T09:26:00Z");
        open.shelf.note(connection(when, "cas-bridge.xethub.hf.co", Purpose.DOWNLOAD, 624_320_064L, "206"));
        open.shelf.note(connection(when.minusSeconds(1), "huggingface.co", Purpose.RESOLVE, 0, "302"));
        open.shelf.note(connection(when.minusSeconds(9), "huggingface.co", Purpose.RESOLVE, 0, "Unreachable"));
        open.shelf.note(new Connection(
                when.minusSeconds(99),
                "modelscope.cn",
                Purpose.LISTING,
                "a-very-long-owner/" + LONG_NAME,
                18_220,
                "200",
                Duration.ofMillis(310)));
        Headless.run(() -> open.window.page().connections().refresh());
        draw("connections");
    }

    private static Connection connection(Instant when, String host, Purpose purpose, long bytes, String outcome) {
        return new Connection(when, host, purpose, "Qwen3-4B-Q4_K_M.gguf", bytes, outcome, Duration.ofSeconds(20));
    }

    private void draw(String name) throws Exception {
        open.settle();
        open.snapshot(target.resolve("models-" + name + "-" + appearance.name().toLowerCase(Locale.ROOT) + ".png"), 1);
    }
}

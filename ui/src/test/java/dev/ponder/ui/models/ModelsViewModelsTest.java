package dev.ponder.ui.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.downloads.DiskException;
import dev.ponder.downloads.FinishedFile;
import dev.ponder.downloads.Hub;
import dev.ponder.downloads.Phase;
import dev.ponder.downloads.ServerException;
import dev.ponder.downloads.Sha256;
import dev.ponder.models.InstalledModel.Origin;
import dev.ponder.models.ModelImport.Way;
import dev.ponder.resources.Texts;
import dev.ponder.ui.chat.FakeModels;
import dev.ponder.ui.common.Notice.Kind;
import dev.ponder.ui.common.Notices;
import dev.ponder.ui.common.Tasks;
import dev.ponder.ui.common.Toasts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The models page without a toolkit, on the real catalog. */
class ModelsViewModelsTest {

    private static final Sha256 HASH = new Sha256("7485fe6f11af29433bc51cab58009521f205840f5b4ae3a32fa7f92e8534fdf5");

    private final FakeShelf shelf = new FakeShelf(Runnable::run);
    private final FakeLibrary library = new FakeLibrary();
    private final FakeModels models = new FakeModels(Runnable::run);
    private final Notices notices = new Notices();
    private final Toasts toasts = new Toasts();
    private int chats;
    private final ModelsPage page = new ModelsPage(
            new ModelsPage.Services(shelf, shelf, library, shelf, shelf, Tasks.inline(), Runnable::run),
            new ModelsPage.Window(models, Tasks.inline(), notices, toasts, () -> chats++));

    @Test
    void filtersNarrowTheListAndAreCleared() {
        var catalog = page.catalog();
        catalog.refresh();
        int all = catalog.shown().size();
        catalog.kindProperty().set(ModelFilter.Kind.CODER);
        assertEquals(List.of("qwen3-coder-30b-a3b-instruct"), ids());
        catalog.kindProperty().set(ModelFilter.Kind.THINKING);
        catalog.sizeProperty().set(ModelFilter.Size.SMALL);
        assertEquals(List.of("qwen3-4b-thinking-2507"), ids());
        catalog.clearFilters();
        catalog.fittingProperty().set(true);
        assertTrue(ids().contains("qwen3-4b"));
        assertFalse(ids().contains("qwen3-32b"));
        catalog.wordsProperty().set("no such model");
        assertEquals(List.of(), ids());
        catalog.clearFilters();
        assertEquals(all, catalog.shown().size());
    }

    @Test
    void measuringLooksAgain() {
        page.catalog().measure();
        assertEquals(List.of("measure"), shelf.calls());
        assertNotNull(page.catalog().offersProperty().get());
        assertFalse(page.catalog().lookingProperty().get());
    }

    @Test
    void anAccessTokenIsKeptAndForgottenAgain() {
        var token = new TokenViewModel(Hub.HUGGING_FACE, shelf, Tasks.inline(), notices);
        token.typedProperty().set("two words");
        token.keep();
        assertFalse(token.keptProperty().get());
        assertEquals(Texts.of("settings.token.wrong"), token.stateProperty().get());
        token.typedProperty().set(" hf_abcdefgh ");
        token.keep();
        assertTrue(token.keptProperty().get());
        assertEquals("", token.typedProperty().get());
        assertEquals(Texts.of("settings.token.brief"), token.stateProperty().get());
        assertEquals(Map.of(Hub.HUGGING_FACE, "hf_abcdefgh"), shelf.tokens());
        assertTrue(new TokenViewModel(Hub.HUGGING_FACE, shelf, Tasks.inline(), notices)
                .keptProperty()
                .get());
        token.remove();
        assertFalse(token.keptProperty().get());
        assertEquals(Map.of(), shelf.tokens());
    }

    @Test
    void whatFitsIsMeantWhereNobodyChooses() {
        page.catalog().refresh();
        var offer = page.catalog().shown().stream()
                .filter(one -> one.model().id().equals("qwen3-4b"))
                .findFirst()
                .orElseThrow();
        assertEquals("Q4_K_M", offer.usual().orElseThrow().choice().file().quantisation());
    }

    @Test
    void aDownloadCanBePausedResumedAndCancelled() {
        page.catalog().refresh();
        var choice = Objects.requireNonNull(page.catalog().offersProperty().get())
                .recommended()
                .getFirst()
                .choice();
        page.catalog().fetch(choice, null);
        var item = page.queue().items().getFirst();
        var download = (FakeDownload) shelf.queue().getFirst();
        download.tell(FakeDownload.at(new Phase.Fetching("huggingface.co", 4), 1_248_640_128L, 31_000_000));
        assertEquals("1 download · 50%", page.queue().summaryProperty().get());
        page.queue().pause(item);
        page.queue().resume(item);
        page.queue().remove(item);
        assertEquals(List.of("pause", "resume", "remove"), download.calls());
        assertEquals(List.of(), page.queue().items());
        assertEquals("", page.queue().summaryProperty().get());
    }

    @Test
    void aFailureSaysSoAndStaysInTheList() {
        var download = shelf.queue("a.gguf", FakeDownload.queued());
        page.queue().refresh();
        download.tell(FakeDownload.at(new Phase.Failed(new DiskException.DiskFull(Path.of("/d"), 1, null)), 1, 0));
        assertEquals("A download stopped", page.queue().summaryProperty().get());
        assertEquals(1, page.queue().items().size());
    }

    @Test
    void aFinishedDownloadIsOfferedForUse() {
        var download = shelf.queue("new-model.gguf", FakeDownload.queued());
        page.queue().refresh();
        download.tell(
                FakeDownload.at(new Phase.Finished(new FinishedFile(Path.of("new-model.gguf"), 1, HASH, false)), 1, 0));
        var toast = Objects.requireNonNull(toasts.currentProperty().get());
        assertEquals("new-model is here", toast.text());
        Objects.requireNonNull(toast.action()).run().run();
        assertTrue(models.calls().contains("load new-model"));
        assertEquals(1, chats);
    }

    @Test
    void theFirstStartEndsInAConversationWithWhatWasFetched() {
        var welcome = page.welcome();
        welcome.begin();
        var wanted = Objects.requireNonNull(welcome.recommendedProperty().get());
        welcome.fetch();
        assertNotNull(welcome.fetchingProperty().get());
        ((FakeDownload) shelf.queue().getFirst())
                .tell(FakeDownload.at(
                        new Phase.Finished(new FinishedFile(Path.of("x"), 1, HASH, true)), 2_497_280_256L, 0));
        assertEquals(1, chats);
        var file = wanted.choice().file().parts().getFirst().fileName();
        assertEquals(List.of("load " + file.replace(".gguf", "")), models.calls());
    }

    @Test
    void theDemoIsThereAtOnce() {
        page.welcome().begin();
        page.welcome().tryDemo();
        assertEquals(List.of("load demo"), models.calls());
        assertEquals(1, chats);
    }

    @Test
    void aRepositoryIsFoundByNameAndByAddress() {
        var repository = page.repository();
        repository.typedProperty().set("Qwen/Qwen3-8B-GGUF");
        repository.look();
        repository.typedProperty().set("https://huggingface.co/unsloth/Qwen3-4B-GGUF/tree/main");
        repository.look();
        repository.typedProperty().set("https://modelscope.cn/models/Qwen/Qwen3-8B-GGUF");
        repository.look();
        assertEquals(
                List.of(
                        "files HuggingFace Qwen/Qwen3-8B-GGUF",
                        "files HuggingFace unsloth/Qwen3-4B-GGUF",
                        "files ModelScope Qwen/Qwen3-8B-GGUF"),
                shelf.calls());
        repository.typedProperty().set("what is this");
        repository.look();
        assertFalse(repository.problemProperty().get().isEmpty());
        assertEquals(3, shelf.calls().size());
    }

    @Test
    void aHubsRefusalIsSaidWhereItWasAsked() {
        shelf.setFiles(List.of(), new ServerException.NotFound("huggingface.co", "a/b"));
        page.repository().typedProperty().set("a/b");
        page.repository().look();
        assertTrue(page.repository().problemProperty().get().contains("huggingface.co"));
        assertFalse(page.repository().busyProperty().get());
    }

    @Test
    void aFileIsImportedAsTheUserSays() {
        page.library().offeredProperty().set(Path.of("/somewhere/own.gguf"));
        page.library().bring(Way.IN_PLACE);
        assertEquals(List.of("IN_PLACE own.gguf"), library.calls());
        assertNull(page.library().offeredProperty().get());
        assertNull(page.library().workProperty().get());
    }

    @Test
    void aChangedFileIsABannerNotAToast() {
        library.add("own", new Origin.Folder());
        page.library().refresh();
        var held = Objects.requireNonNull(page.library().shelfProperty().get())
                .models()
                .getLast();
        page.library().verify(held);
        assertTrue(notices.find(Kind.MODEL).orElseThrow().text().startsWith("own is not what it was"));
    }

    @Test
    void aRemovedModelIsGoneFromTheList() {
        library.add("own", new Origin.Folder());
        page.library().refresh();
        var shown = Objects.requireNonNull(page.library().shelfProperty().get());
        page.library().remove(shown.models().getLast().model());
        assertEquals(
                1,
                Objects.requireNonNull(page.library().shelfProperty().get())
                        .models()
                        .size());
    }

    private List<String> ids() {
        return page.catalog().shown().stream().map(offer -> offer.model().id()).toList();
    }
}

package dev.ponder.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.ponder.downloads.Sha256;
import dev.ponder.models.catalog.Catalog;
import dev.ponder.models.catalog.CatalogFile;
import dev.ponder.models.catalog.CatalogModel;
import dev.ponder.models.catalog.CatalogPart;
import dev.ponder.models.catalog.HashConfidence;
import dev.ponder.models.catalog.ModelMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCheckTest {

    private static final String CONTENT = "what was published";
    private static final Sha256 PUBLISHED = hash(CONTENT);

    @TempDir
    private Path folder;

    private ModelLibrary library;
    private ModelCheck check;

    @BeforeEach
    void createLibrary() {
        library = new ModelLibrary(folder, null);
        check = new ModelCheck(library, catalogWith("known.gguf", CONTENT.length(), PUBLISHED));
    }

    @Test
    void knowsAPublishedFileUnderAnyName() throws Exception {
        var file = Files.writeString(folder.resolve("renamed.gguf"), CONTENT);

        var good = assertInstanceOf(ModelCheck.Result.Good.class, check.verify(file, HashProgress.SILENT));

        assertEquals(PUBLISHED, good.record().sha256());
        assertEquals(FileRecord.Basis.CATALOG, good.record().basis());
    }

    @Test
    void anUnknownFileIsRememberedAndComparedNextTime() throws Exception {
        var file = Files.writeString(folder.resolve("own.gguf"), "my own");

        assertInstanceOf(ModelCheck.Result.FirstSeen.class, check.verify(file, HashProgress.SILENT));
        assertInstanceOf(ModelCheck.Result.Good.class, check.verify(file, HashProgress.SILENT));
        Files.writeString(file, "my 0wn");

        assertEquals(
                new ModelCheck.Result.Changed(hash("my own"), hash("my 0wn")), check.verify(file, HashProgress.SILENT));
    }

    /** A file that lies about being a published one of the same length. */
    @Test
    void aDamagedPublishedFileIsFound() throws Exception {
        var damaged = CONTENT.replace('w', 'v');
        var file = Files.writeString(folder.resolve("known.gguf"), damaged);

        assertEquals(new ModelCheck.Result.Changed(PUBLISHED, hash(damaged)), check.verify(file, HashProgress.SILENT));
    }

    private static Catalog catalogWith(String name, long bytes, Sha256 hash) {
        var part = new CatalogPart(name, bytes, Optional.of(hash), Optional.empty());
        var file = new CatalogFile(
                "Q8_0",
                "o/r",
                Optional.empty(),
                Optional.empty(),
                HashConfidence.SINGLE,
                Optional.empty(),
                List.of(part));
        var model = new CatalogModel(
                "m",
                "M",
                ModelMode.HYBRID,
                "Apache-2.0",
                "Tests.",
                new CatalogModel.Size(1, 1),
                1,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                List.of(file));
        return new Catalog(List.of(model), List.of());
    }

    private static Sha256 hash(String text) {
        var digest = Sha256.digest();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return Sha256.of(digest);
    }
}

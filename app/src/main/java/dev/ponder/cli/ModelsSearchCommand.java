package dev.ponder.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.Hub;
import dev.ponder.downloads.ListedFile;
import dev.ponder.downloads.Repository;
import dev.ponder.downloads.Sha256;
import dev.ponder.models.catalog.Catalog;
import dev.ponder.models.catalog.CatalogFile;
import dev.ponder.models.catalog.CatalogModel;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ponder models search}. */
@Command(
        name = "search",
        description = "Searches the catalog, or lists the model files of a repository.",
        footer = {
            "",
            "Without words all of the catalog is shown; nothing is asked of the network for it. `hf:OWNER/NAME` and",
            "`modelscope:OWNER/NAME`, with @REVISION behind them where wanted, ask that hub for its files."
        })
final class ModelsSearchCommand implements Callable<Integer> {

    private static final Pattern REPOSITORY = Pattern.compile("(hf|modelscope):([^/@]+/[^/@]+)(?:@(.+))?");

    private final Workplace workplace;
    private final Catalog catalog = Catalog.bundled();

    @Parameters(arity = "0..*", paramLabel = "WORD", description = "Words that all have to occur.")
    List<String> words = List.of();

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    ModelsSearchCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws CliException {
        var text = String.join(" ", words);
        var repository = REPOSITORY.matcher(text);
        if (repository.matches()) {
            var hub = repository.group(1).equals("hf") ? Hub.HUGGING_FACE : Hub.MODEL_SCOPE;
            print(files(hub, repository.group(2), repository.group(3)));
            return ExitCode.DONE;
        }
        var found = catalog.search(text);
        if (found.isEmpty()) {
            workplace.say("No model of the catalog has all of these words.");
        }
        print(json ? Json.line(json(found)) + "\n" : text(found));
        return ExitCode.DONE;
    }

    private void print(String text) {
        workplace.streams().out().print(text);
        workplace.streams().out().flush();
    }

    private String text(List<CatalogModel> models) {
        var rows = new Rows();
        for (var model : models) {
            rows.heading(model.name() + ": " + model.goodFor());
            if (model.isMixture()) {
                rows.add(
                        "  " + billions(model.size().active()) + " of "
                                + billions(model.size().parameters()),
                        "parameters work on a token; all of them need memory");
            }
            model.needs().ifPresent(bytes -> rows.add("  needs", Sizes.file(bytes) + " of memory"));
            for (var file : model.files()) {
                rows.add("  " + model.id() + ":" + file.quantisation(), Sizes.file(file.bytes()) + ", " + words(file));
            }
        }
        return rows.toString().stripLeading();
    }

    private String words(CatalogFile file) {
        var note = catalog.quantisation(file.quantisation()).orElseThrow();
        return note.inWords() + (file.isPinned() ? "" : " Hash from the server, not pinned.");
    }

    private static String billions(long parameters) {
        return String.format(Locale.ROOT, "%.1fB", parameters / 1e9);
    }

    private ObjectNode json(List<CatalogModel> models) {
        var line = Json.object().put("type", "catalog");
        var list = line.putArray("models");
        for (var model : models) {
            var node = list.addObject()
                    .put("id", model.id())
                    .put("name", model.name())
                    .put("mode", model.mode().name().toLowerCase(Locale.ROOT))
                    .put("licence", model.licence())
                    .put("goodFor", model.goodFor())
                    .put("parameters", model.size().parameters())
                    .put("activeParameters", model.size().active())
                    .put("context", model.context());
            model.needs().ifPresent(bytes -> node.put("needsBytes", bytes));
            var files = node.putArray("files");
            for (var file : model.files()) {
                files.addObject()
                        .put("id", model.id() + ":" + file.quantisation())
                        .put("repository", file.repository())
                        .put("revision", file.revision().orElse(null))
                        .put("bytes", file.bytes())
                        .put("pinned", file.isPinned())
                        .put(
                                "sha256",
                                file.parts()
                                        .getFirst()
                                        .sha256()
                                        .map(Sha256::hex)
                                        .orElse(null));
            }
        }
        return line;
    }

    private String files(Hub hub, String name, @org.jspecify.annotations.Nullable String revision) throws CliException {
        try (var network = ModelNetwork.open(workplace)) {
            var latest = Repository.latest(hub, name);
            var repository = revision == null ? latest : latest.at(revision);
            var files = network.models().files(repository);
            return json ? Json.line(json(repository, files)) + "\n" : text(repository, files);
        } catch (DownloadException failure) {
            throw CliException.of(failure);
        } catch (IllegalArgumentException bad) {
            throw CliException.badInput("bad-repository", "“" + name + "” is not the name of a repository.", bad);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw CliException.interrupted();
        }
    }

    private static String text(Repository repository, List<ListedFile> files) {
        var rows = new Rows();
        for (var file : files) {
            var source = new dev.ponder.downloads.Source.InRepository(repository, file.path());
            rows.add(SafeText.line(source.toString()), Sizes.file(file.size()));
        }
        return rows.toString();
    }

    private static ObjectNode json(Repository repository, List<ListedFile> files) {
        var line = Json.object()
                .put("type", "repository")
                .put("name", repository.name())
                .put("revision", repository.revision());
        var list = line.putArray("files");
        for (var file : files) {
            list.addObject()
                    .put("path", file.path())
                    .put("bytes", file.size())
                    .put("sha256", file.sha256().map(Sha256::hex).orElse(null));
        }
        return line;
    }
}

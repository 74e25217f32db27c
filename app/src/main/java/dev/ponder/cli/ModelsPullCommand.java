package dev.ponder.cli;

import dev.ponder.downloads.Download;
import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.FinishedFile;
import dev.ponder.downloads.Hub;
import dev.ponder.downloads.Source;
import dev.ponder.models.LibraryException;
import dev.ponder.models.ModelDownloads;
import dev.ponder.models.ModelDownloads.Preference;
import dev.ponder.models.catalog.Catalog;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ponder models pull}. */
@Command(
        name = "pull",
        description = "Fetches a model, or goes on with it.",
        footer = {
            "",
            "A MODEL is ID[:QUANT] of the catalog, hf:OWNER/NAME/FILE[@REVISION], modelscope:OWNER/NAME/FILE, or the",
            "address of a file. What has come stays when it is stopped; the same command goes on with it.",
            "With --json each line is an object: {\"type\":\"progress\",..} and at the end one {\"type\":\"done\",\"path\":..,",
            "\"sha256\":..}."
        })
final class ModelsPullCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Parameters(paramLabel = "MODEL", description = "What to fetch.")
    String model = "";

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            description = "Where to fetch from first: hf, modelscope, or the address of a mirror of Hugging Face.")
    @Nullable String source;

    @Option(names = "--json", description = "Print progress and result as lines of JSON.")
    boolean json;

    ModelsPullCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws CliException {
        var preference = preference();
        try (var network = ModelNetwork.open(workplace)) {
            var files = fetch(network.models(), start(network.models(), preference));
            print(files.getFirst());
            return ExitCode.DONE;
        } catch (LibraryException failure) {
            throw CliException.of(failure);
        }
    }

    private List<Download> start(ModelDownloads models, Preference preference) throws CliException, LibraryException {
        var direct = Source.parse(model);
        if (direct.isPresent()) {
            return List.of(models.start(direct.get()));
        }
        var names = new ModelNames(workplace.installation().library(), Catalog.bundled());
        return models.start(names.known(model), preference);
    }

    private List<FinishedFile> fetch(ModelDownloads models, List<Download> downloads) throws CliException {
        var files = new ArrayList<FinishedFile>();
        for (var download : downloads) {
            files.add(fetch(models, download));
        }
        return files;
    }

    private FinishedFile fetch(ModelDownloads models, Download download) throws CliException {
        var progress = new PullProgress(
                workplace.streams(), String.valueOf(download.request().target().getFileName()), json);
        var interrupted = new boolean[1];
        try (var _ = workplace.interrupts().during(() -> {
                    interrupted[0] = true;
                    download.pause();
                });
                var _ = download.onProgress(progress::show)) {
            return models.await(download);
        } catch (DownloadException.Stopped stopped) {
            throw interrupted[0] ? CliException.interrupted() : CliException.of(stopped);
        } catch (DownloadException failure) {
            throw CliException.of(failure);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw CliException.interrupted();
        } finally {
            progress.clear();
        }
    }

    private void print(FinishedFile file) {
        var out = workplace.streams().out();
        if (json) {
            out.print(Json.line(Json.object()
                            .put("type", "done")
                            .put("path", file.path().toString())
                            .put("sha256", file.sha256().hex())
                            .put("bytes", file.size())
                            .put("pinned", file.pinned()))
                    + "\n");
        } else {
            out.print(SafeText.line(file.path().toString()) + "\n");
        }
        out.flush();
        if (!file.pinned()) {
            workplace.say("Its hash is from the server, not pinned: " + file.sha256() + ".");
        }
    }

    private Preference preference() throws CliException {
        if (source == null) {
            return new Preference.Usual();
        }
        return switch (source) {
            case "hf" -> new Preference.First(Hub.HUGGING_FACE);
            case "modelscope" -> new Preference.First(Hub.MODEL_SCOPE);
            default -> new Preference.First(new Hub.Mirror(mirror(source)));
        };
    }

    private static URI mirror(String address) throws CliException {
        try {
            var uri = URI.create(address);
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw CliException.badInput(
                "bad-option",
                "--source is hf, modelscope or an address that begins with https://, not " + address + ".");
    }
}

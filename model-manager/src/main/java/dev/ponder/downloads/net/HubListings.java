package dev.ponder.downloads.net;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.Hub;
import dev.ponder.downloads.ListedFile;
import dev.ponder.downloads.Listings;
import dev.ponder.downloads.Repository;
import dev.ponder.downloads.ServerException;
import dev.ponder.downloads.Sha256;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The hubs' own lists of files: Hugging Face's tree, page by page, and ModelScope's files. */
public final class HubListings implements Listings {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BYTES = 16_000_000;
    private static final int MOST_PAGES = 100;
    private static final Pattern NEXT_PAGE = Pattern.compile("<([^>]+)>\\s*;[^,]*rel=\"?next\"?");

    private final Connector connector;
    private final HubAddresses addresses;

    /** Lists by this connector. */
    public HubListings(Connector connector, Endpoints endpoints) {
        this.connector = connector;
        this.addresses = new HubAddresses(endpoints);
    }

    @Override
    public List<ListedFile> files(Repository repository) throws DownloadException, InterruptedException {
        var files = new ArrayList<ListedFile>();
        var seen = new HashSet<URI>();
        var page = Optional.of(addresses.listing(repository));
        while (page.isPresent() && seen.add(page.get()) && seen.size() <= MOST_PAGES) {
            page = read(repository, page.get(), files);
        }
        return List.copyOf(files);
    }

    /** Reads one page; gives the address of the next. */
    private Optional<URI> read(Repository repository, URI page, List<ListedFile> files)
            throws DownloadException, InterruptedException {
        try (var reply = connector.get(Ask.whole(page, Purpose.LISTING, repository.name()))) {
            Statuses.requireSuccess(reply, repository.name());
            var json = json(reply);
            files.addAll(repository.hub() instanceof Hub.ModelScope ? modelScope(json) : huggingFace(json));
            return reply.header("link")
                    .map(NEXT_PAGE::matcher)
                    .filter(link -> link.find())
                    .map(link -> page.resolve(link.group(1)))
                    .filter(next -> Hosts.isSame(next, page));
        } catch (IllegalArgumentException _) {
            throw new ServerException.BadAnswer(Hosts.of(page), "its list of files cannot be read");
        }
    }

    private static JsonNode json(Reply reply) throws DownloadException, InterruptedException {
        var body = new ByteArrayOutputStream();
        var buffer = new byte[16_384];
        for (int count; (count = reply.read(buffer, buffer.length)) >= 0; ) {
            body.write(buffer, 0, count);
            if (body.size() > MOST_BYTES) {
                throw new ServerException.BadAnswer(reply.host(), "its list of files has no end");
            }
        }
        try {
            return JSON.readTree(body.toByteArray());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        } catch (java.io.IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    private static List<ListedFile> huggingFace(JsonNode json) {
        var files = new ArrayList<ListedFile>();
        for (var entry : json) {
            if (entry.path("type").asText("file").equals("file")) {
                var lfs = entry.path("lfs");
                files.add(new ListedFile(
                        entry.required("path").asText(),
                        lfs.path("size").asLong(entry.path("size").asLong()),
                        Sha256.parse(lfs.path("oid").asText())));
            }
        }
        return files;
    }

    private static List<ListedFile> modelScope(JsonNode json) {
        var files = new ArrayList<ListedFile>();
        for (var entry : json.path("Data").required("Files")) {
            if (!entry.path("Type").asText().equals("tree")) {
                files.add(new ListedFile(
                        entry.required("Path").asText(),
                        entry.path("Size").asLong(),
                        Sha256.parse(entry.path("Sha256").asText())));
            }
        }
        return files;
    }
}

package dev.ponder.downloads.net;

import dev.ponder.downloads.Hub;
import dev.ponder.downloads.Repository;
import dev.ponder.downloads.Source;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Addresses of files and lists, by the hubs' public documentation.
 *
 * @param endpoints the hosts
 */
public record HubAddresses(Endpoints endpoints) {

    private static final String PLAIN = "-._~";

    /** Where a file is asked for. */
    public URI file(Source source) {
        return switch (source) {
            case Source.Address at -> at.address();
            case Source.InRepository in -> file(in.repository(), in.file());
        };
    }

    private URI file(Repository repository, String file) {
        var path = "/" + repository.name() + "/resolve/" + escaped(repository.revision()) + "/" + escapedPath(file);
        return switch (repository.hub()) {
            case Hub.HuggingFace _, Hub.Mirror _ -> under(repository, path);
            case Hub.ModelScope _ -> under(repository, "/models" + path);
        };
    }

    /** Where a repository's files are listed. */
    URI listing(Repository repository) {
        var revision = escaped(repository.revision());
        return switch (repository.hub()) {
            case Hub.HuggingFace _, Hub.Mirror _ ->
                under(repository, "/api/models/" + repository.name() + "/tree/" + revision + "?recursive=true");
            case Hub.ModelScope _ ->
                under(
                        repository,
                        "/api/v1/models/" + repository.name() + "/repo/files?Recursive=true&Revision=" + revision);
        };
    }

    private URI under(Repository repository, String path) {
        return URI.create(endpoints.of(repository.hub()) + path);
    }

    private static String escapedPath(String path) {
        return Arrays.stream(path.split("/")).map(HubAddresses::escaped).collect(Collectors.joining("/"));
    }

    /** One part of a path by RFC 3986: everything but unreserved characters as escaped UTF-8. */
    private static String escaped(String part) {
        var text = new StringBuilder();
        for (byte one : part.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (one & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                text.append(c);
            } else {
                text.append('%').append(String.format("%02X", (int) c));
            }
        }
        return text.toString();
    }
}

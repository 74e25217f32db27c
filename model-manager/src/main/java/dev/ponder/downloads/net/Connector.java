package dev.ponder.downloads.net;

import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.NetworkException;
import dev.ponder.downloads.ServerException;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes every connection that Ponder makes. By HTTPS only, except to this computer's own loopback; follows redirects one by
 * one, never to another scheme and never in a circle; sends an access token to the host that it belongs to and to no host
 * that this one leads to; and notes each connection. May be used by many threads at once; {@link #get} blocks its caller.
 */
public final class Connector implements AutoCloseable {

    private static final int MOST_REDIRECTS = 10;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Supplier<HttpClient> maker;
    private final Patience patience;
    private final AccessTokens tokens;
    private final ConnectionLog log;
    private @Nullable HttpClient client;
    private boolean closed;

    /** Over a client that follows no redirects by itself, made for the first connection. The client is closed with this. */
    Connector(Supplier<HttpClient> maker, Patience patience, AccessTokens tokens, ConnectionLog log) {
        this.maker = maker;
        this.patience = patience;
        this.tokens = tokens;
        this.log = log;
    }

    /**
     * A connector for this computer's network, through its proxy where it has one. The network's part of the system is not
     * touched before the first connection.
     *
     * @param tokens asked at each connection
     * @param log told of each connection
     */
    public static Connector open(Patience patience, AccessTokens tokens, ConnectionLog log) {
        return new Connector(() -> client(patience), patience, tokens, log);
    }

    private static HttpClient client(Patience patience) {
        return HttpClient.newBuilder()
                // over HTTP/2 all ranges would share one connection, and with it its speed
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience.connect())
                .proxy(new EnvironmentProxies(System.getenv(), ProxySelector.getDefault()))
                .build();
    }

    private synchronized HttpClient client() throws IOException {
        if (closed) {
            throw new IOException("Ponder is being closed");
        }
        if (client == null) {
            client = maker.get();
        }
        return client;
    }

    /**
     * Asks and follows where it leads.
     *
     * @return the answer of whatever status; must be closed
     * @throws NetworkException if no answer came
     * @throws ServerException.RedirectRefused if it leads where Ponder does not go
     */
    public Reply get(Ask ask) throws DownloadException, InterruptedException {
        var address = ask.address();
        if (!isAllowed(address)) {
            throw new NetworkException.NotEncrypted(Hosts.of(address));
        }
        var heads = new ArrayList<Reply.Head>();
        var seen = new HashSet<URI>();
        while (seen.add(address) && seen.size() <= MOST_REDIRECTS) {
            var reply = connect(ask, address, heads);
            if (!REDIRECTS.contains(reply.status())) {
                return reply;
            }
            heads.add(reply.head());
            try (reply) {
                address = next(reply);
            }
        }
        throw new ServerException.RedirectRefused(Hosts.of(ask.address()), "round in circles");
    }

    private Reply connect(Ask ask, URI address, List<Reply.Head> heads) throws NetworkException, InterruptedException {
        var entry = log.open(Hosts.of(address), ask.purpose(), ask.what());
        try {
            var response = client().send(request(ask, address), _ -> new BodyQueue());
            return new Reply(ask.address(), heads, head(response), response.body(), patience, entry);
        } catch (IOException e) {
            var fault = NetworkFaults.of(Hosts.of(address), e);
            entry.close(0, fault.getClass().getSimpleName());
            throw fault;
        } catch (InterruptedException e) {
            entry.close(0, "stopped");
            throw e;
        }
    }

    private static Reply.Head head(HttpResponse<?> response) {
        return new Reply.Head(response.uri(), response.statusCode(), response.headers());
    }

    private HttpRequest request(Ask ask, URI address) {
        var request = HttpRequest.newBuilder(address)
                .timeout(patience.answer())
                .header("User-Agent", "Ponder")
                // compressed, sizes and ranges would mean something else
                .header("Accept-Encoding", "identity");
        ask.range().ifPresent(range -> request.header("Range", range.header()));
        if (Hosts.isSame(address, ask.address())) {
            tokens.of(Hosts.of(address)).ifPresent(token -> request.header("Authorization", "Bearer " + token));
        }
        return request.build();
    }

    private static URI next(Reply reply) throws ServerException {
        var from = reply.address();
        var location = reply.header("location").orElse("");
        URI to;
        try {
            to = from.resolve(new URI(location));
        } catch (URISyntaxException _) {
            throw new ServerException.RedirectRefused(Hosts.of(from), "to an address that is none");
        }
        if (location.isEmpty() || to.getHost() == null) {
            throw new ServerException.RedirectRefused(Hosts.of(from), "to an address that is none");
        }
        if (!Hosts.scheme(from).equals(Hosts.scheme(to)) || !isAllowed(to)) {
            throw new ServerException.RedirectRefused(
                    Hosts.of(from), "from " + Hosts.scheme(from) + " to " + Hosts.scheme(to) + " on " + Hosts.of(to));
        }
        return to;
    }

    private static boolean isAllowed(URI address) {
        var scheme = Hosts.scheme(address);
        return address.getHost() != null
                && (scheme.equals("https") || (scheme.equals("http") && Hosts.isLoopback(address)));
    }

    /** Cuts all connections. */
    @Override
    public void close() {
        HttpClient made;
        synchronized (this) {
            closed = true;
            made = client;
        }
        if (made != null) {
            made.shutdownNow();
        }
    }
}

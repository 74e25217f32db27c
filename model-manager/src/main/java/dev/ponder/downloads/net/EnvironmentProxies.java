package dev.ponder.downloads.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The proxy that the environment names, in {@code HTTPS_PROXY}, {@code HTTP_PROXY} or {@code ALL_PROXY} but for the hosts in
 * {@code NO_PROXY}, as curl and most programs read them; else the one that the system is set to. This computer itself is
 * never asked for by a proxy.
 */
final class EnvironmentProxies extends ProxySelector {

    private static final int USUAL_PORT = 80;

    private final Map<String, String> environment;
    private final @Nullable ProxySelector system;

    EnvironmentProxies(Map<String, String> environment, @Nullable ProxySelector system) {
        this.environment = environment;
        this.system = system;
    }

    @Override
    public List<Proxy> select(URI address) {
        if (Hosts.isLoopback(address) || isExcepted(address)) {
            return List.of(Proxy.NO_PROXY);
        }
        var scheme = Hosts.scheme(address);
        return variable(scheme + "_proxy")
                .or(() -> variable("all_proxy"))
                .flatMap(EnvironmentProxies::proxy)
                .map(List::of)
                .orElseGet(() -> system == null ? List.of(Proxy.NO_PROXY) : system.select(address));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** Empty for what Java's client cannot use, such as SOCKS. */
    private static Optional<Proxy> proxy(String value) {
        try {
            var address = URI.create(value.contains("://") ? value : "http://" + value);
            if (address.getHost() == null || !Hosts.scheme(address).startsWith("http")) {
                return Optional.empty();
            }
            int port = address.getPort() < 0 ? USUAL_PORT : address.getPort();
            return Optional.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(address.getHost(), port)));
        } catch (IllegalArgumentException _) {
            // no address: as if it were not set
            return Optional.empty();
        }
    }

    private boolean isExcepted(URI address) {
        var host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        return variable("no_proxy").stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", ""))
                .map(entry -> entry.replaceFirst("^\\*?\\.", ""))
                .filter(entry -> !entry.isEmpty())
                .anyMatch(entry -> entry.equals("*") || host.equals(entry) || host.endsWith("." + entry));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException why) {
        if (system != null) {
            system.connectFailed(address, proxy, why);
        }
    }
}

package dev.ponder.downloads.hub;

import dev.ponder.downloads.ByteRange;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A question that came and the answer to it, which is written by hand so that it can be as wrong as one likes. */
public final class Exchange {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");
    private static final int CHUNK = 64 << 10;

    private final HubServer server;
    private final String target;
    private final Map<String, String> headers;
    private final OutputStream out;

    private Exchange(HubServer server, String target, Map<String, String> headers, OutputStream out) {
        this.server = server;
        this.target = target;
        this.headers = headers;
        this.out = out;
    }

    /** Reads the head of a question; empty at the end of the connection. */
    static Optional<Exchange> read(HubServer server, BufferedInputStream in, OutputStream out) throws IOException {
        var first = line(in);
        if (first == null || first.isEmpty()) {
            return Optional.empty();
        }
        var headers = new LinkedHashMap<String, String>();
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return Optional.of(new Exchange(server, first.split(" ")[1], headers, out));
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c; (c = in.read()) >= 0; ) {
            if (c == '\n') {
                return line.toString().strip();
            }
            line.append((char) c);
        }
        return line.isEmpty() ? null : line.toString();
    }

    /** The path that was asked for, without a query. */
    public String path() {
        return target.split("\\?")[0];
    }

    /** What stands behind the question mark. */
    public String query() {
        int mark = target.indexOf('?');
        return mark < 0 ? "" : target.substring(mark + 1);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The part of a file of this size that was asked for; all of it where no part was. */
    public ByteRange range(long size) {
        var range = RANGE.matcher(headers.getOrDefault("range", ""));
        if (!range.matches()) {
            return new ByteRange(0, size);
        }
        long end = range.group(2).isEmpty() ? size : Math.min(size, Long.parseLong(range.group(2)) + 1);
        return new ByteRange(Long.parseLong(range.group(1)), end);
    }

    /** Writes the head of an answer; names and values of headers in turn. */
    public void head(int status, Object... namesAndValues) throws IOException {
        var head = new StringBuilder("HTTP/1.1 " + status + " X\r\n");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            head.append(namesAndValues[i])
                    .append(": ")
                    .append(namesAndValues[i + 1])
                    .append("\r\n");
        }
        raw(head.append("\r\n").toString());
    }

    /** Answers with a short text. */
    public void text(int status, String type, String text) throws IOException {
        head(status, "Content-Type", type, "Content-Length", text.getBytes(StandardCharsets.UTF_8).length);
        raw(text);
    }

    /** Answers with a status and nothing else. */
    public void empty(int status, Object... namesAndValues) throws IOException {
        var all = new Object[namesAndValues.length + 2];
        System.arraycopy(namesAndValues, 0, all, 0, namesAndValues.length);
        all[namesAndValues.length] = "Content-Length";
        all[namesAndValues.length + 1] = 0;
        head(status, all);
    }

    /** Writes whatever one likes. */
    public void raw(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** The head of an answer with a part, as it should be. */
    public void partHead(ByteRange range, long size) throws IOException {
        head(
                206,
                "Content-Range",
                "bytes " + range.start() + "-" + (range.end() - 1) + "/" + size,
                "Content-Length",
                range.length(),
                "Accept-Ranges",
                "bytes");
    }

    /** Writes bytes of a file; each counts before it is written. */
    public void body(Content content, ByteRange range) throws IOException {
        body(content, range, Pace.UNLIMITED);
    }

    /** The same no faster than this, whatever the server's own pace. */
    public void body(Content content, ByteRange range, Pace pace) throws IOException {
        var buffer = new byte[CHUNK];
        for (long position = range.start(); position < range.end(); position += buffer.length) {
            int count = (int) Math.min(buffer.length, range.end() - position);
            content.fill(position, buffer, count);
            pace.take(count);
            bytes(content, position, buffer, count);
        }
    }

    /** Writes bytes that stand for those of a place in a file. */
    public void bytes(Content content, long position, byte[] bytes, int count) throws IOException {
        server.sending(content, new ByteRange(position, position + count));
        out.write(bytes, 0, count);
        out.flush();
    }
}

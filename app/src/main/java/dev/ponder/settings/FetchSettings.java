package dev.ponder.settings;

/**
 * How models are fetched.
 *
 * @param bytesPerSecond limit of all downloads together; 0 for none
 * @param source who is asked first
 * @param mirror address of a host that serves Hugging Face's repositories; empty for none, and asked first where it is given
 *     and {@code source} says so
 */
public record FetchSettings(long bytesPerSecond, FirstSource source, String mirror) {

    /** Who is asked for a file first. */
    public enum FirstSource {
        HUGGING_FACE,
        MODEL_SCOPE,
        MIRROR
    }

    /** What holds before anything was set. */
    public static final FetchSettings DEFAULT = new FetchSettings(0, FirstSource.HUGGING_FACE, "");

    public FetchSettings {
        if (bytesPerSecond < 0) {
            throw new IllegalArgumentException("a limit cannot be negative");
        }
    }

    public FetchSettings withBytesPerSecond(long limit) {
        return new FetchSettings(limit, source, mirror);
    }

    public FetchSettings withSource(FirstSource first) {
        return new FetchSettings(bytesPerSecond, first, mirror);
    }

    public FetchSettings withMirror(String address) {
        return new FetchSettings(bytesPerSecond, source, address);
    }
}

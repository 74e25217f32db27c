package dev.ponder.llama;

/** Turns what a method handle throws into something Java code can go on with. */
final class NativeCall {

    private NativeCall() {}

    /**
     * Wraps a failure of the call itself. C functions throw nothing, so only a wrong signature or a dead arena gets here.
     */
    static RuntimeException failed(Throwable thrown) {
        return switch (thrown) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new IllegalStateException(thrown);
        };
    }
}

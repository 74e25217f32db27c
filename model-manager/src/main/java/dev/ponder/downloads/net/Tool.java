package dev.ponder.downloads.net;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** A program of the system that gets a secret on its standard input; arguments can be read by everybody. */
final class Tool {

    /** The system may ask its user for a password in between. */
    private static final long PATIENCE_SECONDS = 120;

    private Tool() {}

    /**
     * What a program said.
     *
     * @param status with which it ended
     * @param output on its standard output
     * @param errors on its standard error
     */
    record Result(int status, String output, String errors) {
        boolean isSuccess() {
            return status == 0;
        }

        IOException failure() {
            return new IOException("the system's secret store refused: " + errors.strip());
        }
    }

    /**
     * Runs a program to its end.
     *
     * @throws IOException if there is no such program, or it takes too long
     */
    static Result run(List<String> command, String input) throws IOException {
        var process = new ProcessBuilder(command).start();
        var errors =
                new FutureTask<>(() -> new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        var output =
                new FutureTask<>(() -> new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        Thread.ofVirtual().start(errors);
        Thread.ofVirtual().start(output);
        try {
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("the system's secret store does not answer");
            }
            return new Result(process.exitValue(), output.get(), errors.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the system's secret store was asked", e);
        } catch (ExecutionException e) {
            throw new IOException("the system's secret store broke off", e);
        } finally {
            process.destroyForcibly();
        }
    }
}

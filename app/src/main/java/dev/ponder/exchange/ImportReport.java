package dev.ponder.exchange;

import java.util.List;

/**
 * What came of reading a file.
 *
 * @param conversations taken in
 * @param messages in them
 * @param alreadyHere conversations that were here before, and were left as they are
 * @param problems sentences about what could not be read, without chat text
 */
public record ImportReport(int conversations, int messages, int alreadyHere, List<String> problems) {

    public ImportReport {
        problems = List.copyOf(problems);
    }
}

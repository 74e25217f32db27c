package dev.ponder.cli;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One evaluation case of the demo model; the README beside the files says what each field is.
 *
 * @param id the case's name
 * @param group the task in words
 * @param mode {@code think}, {@code direct}, {@code soft_no} or {@code soft_yes}
 * @param think whether the prompt is rendered with thinking on
 * @param thinks whether the thinking block must hold text
 * @param input {@code messages} and, where there are some, {@code tools}
 * @param check how the answer is judged
 * @param expected what the answer is compared with
 * @param kind a finer kind of task
 * @param reference what llama.cpp's own server generated, markers included
 * @param referenceCorrect whether that counts as correct
 */
record DemoCase(
        String id,
        String group,
        String mode,
        boolean think,
        boolean thinks,
        JsonNode input,
        String check,
        String expected,
        String kind,
        String reference,
        boolean referenceCorrect) {}

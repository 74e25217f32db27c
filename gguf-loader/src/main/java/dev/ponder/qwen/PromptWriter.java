package dev.ponder.qwen;

import java.util.ArrayList;
import java.util.List;

/** Collects a prompt: markers of the template stay markers, everything between two of them becomes one run. */
final class PromptWriter {

    private final List<Prompt.Part> parts = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();

    /** Adds the template's own text; added tokens in it are meant as such. */
    PromptWriter template(String text) {
        int from = 0;
        for (var found = AddedTokens.PATTERN.matcher(text); found.find(); from = found.end()) {
            run.append(text, from, found.start());
            closeRun();
            parts.add(new Prompt.Marker(found.group()));
        }
        run.append(text, from, text.length());
        return this;
    }

    /** Adds text that anybody may have written; no marker arises in it nor across its borders. */
    PromptWriter foreign(String text) {
        run.append(text);
        return this;
    }

    Prompt toPrompt() {
        closeRun();
        return new Prompt(parts);
    }

    private void closeRun() {
        // broken up as a whole, since a marker may also arise where foreign text meets the template's
        parts.addAll(AddedTokens.brokenUp(run.toString()));
        run.setLength(0);
    }
}

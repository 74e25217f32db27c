package dev.ponder.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.ui.markdown.HostileDocuments;
import org.junit.jupiter.api.Test;

/** Documents that mean harm lead nowhere, and come as lines of a bounded length. */
class HostileDocumentsTest {

    @Test
    void leadNowhereButToTheWebAndToMail() {
        var documents = HostileDocuments.all();
        assertEquals(200, documents.size());
        for (var document : documents) {
            for (var line : FlowingText.read(document).lines()) {
                if (line instanceof TextLine text) {
                    assertTrue(text.text().length() <= LineBuilder.LONGEST, "characters in a line");
                    assertTrue(text.text().chars().noneMatch(c -> c < ' ' && c != '\t'), "control characters");
                    text.spans().forEach(run -> assertHarmless(run.target()));
                }
            }
        }
    }

    private static void assertHarmless(String target) {
        if (target.contains(":") && !target.startsWith("$") && !target.startsWith("\\")) {
            assertTrue(target.matches("(?i)(https?://[^/]|mailto:).*"), target);
        }
    }
}

package dev.ponder.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.ui.common.Headless;
import dev.ponder.ui.markdown.HostileDocuments;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Documents that mean harm reach nothing, and cost a bounded number of lines and nodes. */
class HostileDocumentsTest {

    /** A screen of the largest table has about so many. */
    private static final int MOST_NODES = 8_000;

    @BeforeAll
    static void startTheToolkit() throws InterruptedException {
        Headless.start();
    }

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

    @Test
    void openNoConnectionAndStayWithinBounds() {
        var documents = HostileDocuments.all();
        // one in ten unless all are wanted
        int step = System.getProperty("ponder.counts", "smoke").equals("acceptance") ? 1 : 10;
        var asked = new ConcurrentLinkedQueue<URI>();
        var before = ProxySelector.getDefault();
        ProxySelector.setDefault(remembering(asked));
        try (var window = Window.open(1000, 700, 1)) {
            for (int i = 0; i < documents.size(); i += step) {
                window.show(TranscriptMessage.assistant("a" + i, Thought.NONE, documents.get(i)));
                Headless.await(() ->
                        window.model.document().entries().getFirst() instanceof MessageEntry entry && !entry.isDraft());
                window.settle();
                int at = i;
                int nodes = Headless.call(() -> count(window.view));
                assertTrue(nodes < MOST_NODES, () -> "document " + at + " has " + nodes + " nodes");
            }
        } finally {
            ProxySelector.setDefault(before);
        }
        assertEquals(List.of(), List.copyOf(asked));
    }

    private static int count(Node node) {
        assertTrue(!(node instanceof ImageView), "a picture");
        return node instanceof Parent parent
                ? 1
                        + parent.getChildrenUnmodifiable().stream()
                                .mapToInt(HostileDocumentsTest::count)
                                .sum()
                : 1;
    }

    /** Whoever connects by an address asks here first. */
    private static ProxySelector remembering(ConcurrentLinkedQueue<URI> asked) {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI address) {
                asked.add(address);
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
                asked.add(address);
            }
        };
    }
}

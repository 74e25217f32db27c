package dev.ponder.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ponder.chat.ArchivedConversation;
import dev.ponder.chat.Conversations;
import dev.ponder.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads conversations from a file: Ponder's own JSON, ChatGPT's {@code conversations.json}, or what Open WebUI exports. A
 * file that is no such JSON from its beginning to its end leaves nothing behind; of a conversation that cannot be read,
 * nothing is taken in either, and the report says so. Any thread; blocks.
 */
public final class Importer {

    private static final long LARGEST_FILE = 256L << 20;
    private static final int DEEPEST = 100;
    private static final int LONGEST_TEXT = 10_000_000;
    private static final int MOST_CONVERSATIONS = 50_000;
    private static final int MOST_PROBLEMS = 50;

    private final Conversations conversations;
    private final ObjectMapper json;

    /** Takes conversations in here. */
    public Importer(Conversations conversations) {
        this.conversations = conversations;
        json = new ObjectMapper(JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build());
    }

    /**
     * Reads a file.
     *
     * @throws ImportException where it is no file of conversations; nothing was taken in
     * @throws IOException where the disk fails
     */
    public ImportReport read(Path file) throws IOException, ImportException, StoreException {
        requireReadable(file);
        var problems = new ArrayList<String>();
        var read = new ArrayList<ArchivedConversation>();
        try (var parser = json.createParser(file.toFile())) {
            readAll(parser, read, problems);
        } catch (StreamConstraintsException e) {
            throw new ImportException(
                    "The file is nested too deeply, or holds a text that is too long: nothing was taken in.");
        } catch (JsonProcessingException e) {
            throw new ImportException("The file is no JSON, or ends too early (line "
                    + (e.getLocation() == null ? "unknown" : e.getLocation().getLineNr()) + "): nothing was taken in.");
        }
        return takeIn(read, problems);
    }

    private static void requireReadable(Path file) throws IOException, ImportException {
        if (!Files.isRegularFile(file)) {
            throw new ImportException("There is no such file, or it is a folder.");
        }
        if (Files.size(file) > LARGEST_FILE) {
            throw new ImportException("The file has more than " + (LARGEST_FILE >> 20) + " MB: nothing was taken in.");
        }
    }

    private void readAll(JsonParser parser, List<ArchivedConversation> read, List<String> problems)
            throws IOException, ImportException {
        var first = parser.nextToken();
        if (first == JsonToken.START_OBJECT) {
            readOwn(parser, read, problems);
        } else if (first == JsonToken.START_ARRAY) {
            readList(parser, read, problems, true);
        } else {
            throw unknown();
        }
        if (parser.nextToken() != null) {
            throw new ImportException("Something follows the end of the conversations: nothing was taken in.");
        }
    }

    private void readOwn(JsonParser parser, List<ArchivedConversation> read, List<String> problems)
            throws IOException, ImportException {
        String format = null;
        int version = 0;
        boolean listed = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "format" -> format = parser.getValueAsString();
                case "version" -> version = parser.getValueAsInt();
                case "conversations" -> {
                    requireOwn(format, version);
                    if (parser.currentToken() != JsonToken.START_ARRAY) {
                        throw unknown();
                    }
                    listed = true;
                    readList(parser, read, problems, false);
                }
                default -> parser.skipChildren();
            }
        }
        if (!listed) {
            throw unknown();
        }
    }

    private static void requireOwn(@Nullable String format, int version) throws ImportException {
        if (!PonderJsonWriter.FORMAT.equals(format)) {
            throw unknown();
        }
        if (version < 1 || version > PonderJsonWriter.VERSION) {
            throw new ImportException("The file was written by a newer Ponder: nothing was taken in.");
        }
    }

    private void readList(JsonParser parser, List<ArchivedConversation> read, List<String> problems, boolean isForeign)
            throws IOException, ImportException {
        int place = 0;
        int known = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            place++;
            if (place > MOST_CONVERSATIONS) {
                throw new ImportException(
                        "The file holds more than " + MOST_CONVERSATIONS + " conversations: nothing was taken in.");
            }
            JsonNode node = json.readTree(parser);
            var notes = new Notes(place, problems);
            Optional<ArchivedConversation> found = isForeign ? foreign(node, notes) : OwnConversation.read(node, notes);
            found.ifPresent(read::add);
            known += found.isPresent() || !isForeign ? 1 : 0;
        }
        if (place > 0 && known == 0) {
            throw unknown();
        }
    }

    private static Optional<ArchivedConversation> foreign(JsonNode node, Notes notes) {
        if (node.path("mapping").isObject()) {
            return ChatGptConversation.read(node, notes);
        }
        if (node.path("chat").path("history").path("messages").isObject()) {
            return OpenWebUiConversation.read(node, notes);
        }
        notes.add("is of no kind that Ponder knows");
        return Optional.empty();
    }

    private ImportReport takeIn(List<ArchivedConversation> read, List<String> problems) throws StoreException {
        var results = conversations.takeIn(read);
        int done = 0;
        int messages = 0;
        int here = 0;
        for (int i = 0; i < results.size(); i++) {
            switch (results.get(i)) {
                case DONE -> {
                    done++;
                    messages += read.get(i).messages().size();
                }
                case ALREADY_HERE -> here++;
                case REFUSED ->
                    problems.add("A conversation holds values that mean nothing: nothing of it was taken in.");
            }
        }
        int more = problems.size() - MOST_PROBLEMS;
        var told = new ArrayList<>(problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS)));
        if (more > 0) {
            told.add("And " + more + " more of the kind.");
        }
        return new ImportReport(done, messages, here, told);
    }

    private static ImportException unknown() {
        return new ImportException("This is no file of conversations that Ponder knows: its own JSON, ChatGPT's"
                + " conversations.json, or an export of Open WebUI.");
    }

    /** What is to be said of one conversation of a file. */
    record Notes(int place, List<String> problems) {

        void add(String what) {
            problems.add("Conversation " + place + " " + what + ".");
        }
    }
}

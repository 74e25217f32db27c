package dev.ponder.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ponder.attachments.Attachment;
import dev.ponder.chat.ArchivedConversation;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Ponder's own JSON: {@code format} and {@code version}, then {@code conversations}. A conversation has its facts by the
 * names of the store's columns, and {@code messages}, each with the place of the one that it follows as {@code parent} and
 * with {@code attachments}, a list of files by {@code name}, {@code kind}, {@code bytes} and {@code text}.
 */
final class PonderJsonWriter implements Exporter.Pages {

    static final String FORMAT = "ponder-conversations";
    static final int VERSION = 1;

    private final JsonGenerator json;
    private final boolean thoughts;

    PonderJsonWriter(Writer out, boolean thoughts) throws IOException {
        json = new ObjectMapper().getFactory().createGenerator(out).useDefaultPrettyPrinter();
        this.thoughts = thoughts;
    }

    @Override
    public void begin() throws IOException {
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        json.writeNumberField("version", VERSION);
        json.writeArrayFieldStart("conversations");
    }

    @Override
    public void add(ArchivedConversation conversation) throws IOException {
        json.writeStartObject();
        string("id", conversation.publicId());
        string("folder", conversation.folder());
        facts(conversation.facts());
        place("leaf", conversation.leaf());
        json.writeArrayFieldStart("messages");
        for (var said : conversation.messages()) {
            json.writeStartObject();
            place("parent", said.parent());
            facts(said.facts());
            json.writeArrayFieldStart("attachments");
            for (var attachment : said.attachments()) {
                attachment(attachment);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("comparisons");
        for (var compared : conversation.comparisons()) {
            json.writeStartObject();
            place("question", compared.question());
            place("direct", compared.direct());
            place("thinking", compared.thinking());
            place("kept", compared.kept());
            json.writeNumberField("created", compared.created());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public void end() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }

    private void facts(Map<String, Object> facts) throws IOException {
        json.writeObjectFieldStart("facts");
        for (var fact : new TreeMap<>(facts).entrySet()) {
            if (fact.getValue() instanceof Long number) {
                json.writeNumberField(fact.getKey(), number);
            } else {
                boolean hidden = !thoughts && fact.getKey().equals("reasoning");
                json.writeStringField(fact.getKey(), hidden ? "" : String.valueOf(fact.getValue()));
            }
        }
        json.writeEndObject();
    }

    private void attachment(Attachment attachment) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", attachment.name());
        json.writeStringField("kind", attachment.kind().name());
        json.writeNumberField("bytes", attachment.bytes());
        json.writeStringField("text", attachment.text());
        json.writeEndObject();
    }

    private void string(String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private void place(String name, @Nullable Integer place) throws IOException {
        if (place != null) {
            json.writeNumberField(name, place);
        }
    }
}

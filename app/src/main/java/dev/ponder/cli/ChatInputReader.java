package dev.ponder.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.json.JsonValues;
import dev.ponder.qwen.ChatMessage;
import dev.ponder.qwen.ToolCall;
import dev.ponder.qwen.ToolDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads chats as JSON: an object with {@code messages} and perhaps {@code tools}, or a bare array of messages, in the
 * shape that Qwen3's chat template and OpenAI's API share. What it does not understand it refuses.
 */
final class ChatInputReader {

    /** Stands for standard input where a file is asked for. */
    static final String STANDARD_INPUT = "-";

    private static final Set<String> ROLES =
            Set.of(ChatMessage.SYSTEM, ChatMessage.USER, ChatMessage.ASSISTANT, ChatMessage.TOOL);

    private final String source;
    private final int line;

    /**
     * A reader for one text.
     *
     * @param source what the user calls it
     * @param line the line of the source on which the text begins, from 1
     */
    ChatInputReader(String source, int line) {
        this.source = source;
        this.line = line;
    }

    /**
     * Reads a whole file.
     *
     * @param file a path or {@value #STANDARD_INPUT}
     * @param streams for standard input
     * @throws CliException when it is not there or holds something else
     */
    static ChatInput readFile(String file, Streams streams) throws CliException {
        var reader = new ChatInputReader(name(file), 1);
        try {
            return reader.parse(
                    file.equals(STANDARD_INPUT) ? streams.in().readAllBytes() : Files.readAllBytes(Path.of(file)));
        } catch (IOException | InvalidPathException failure) {
            throw unreadable(file, failure);
        }
    }

    /** A file that cannot be read. */
    static CliException unreadable(String file, Exception failure) {
        var what = failure instanceof NoSuchFileException
                ? "There is no file " + file + "."
                : "The file " + file + " cannot be read: " + failure.getMessage() + ".";
        return CliException.badInput("unreadable-file", what, failure);
    }

    /** What the user calls a source. */
    static String name(String file) {
        return file.equals(STANDARD_INPUT) ? "standard input" : file;
    }

    /**
     * Reads one chat.
     *
     * @param text UTF-8
     * @throws CliException when it is not JSON, with line and column, or no chat, with the place in it
     */
    ChatInput parse(byte[] text) throws CliException {
        return chat(json(text));
    }

    /** Reads one chat. */
    ChatInput parse(String text) throws CliException {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Any JSON value. */
    JsonNode json(byte[] text) throws CliException {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JacksonException unreadable) {
            var place = unreadable.getLocation();
            var where =
                    place == null ? "" : ", line " + (place.getLineNr() + line - 1) + ", column " + place.getColumnNr();
            throw CliException.badInput(
                    "bad-json",
                    "This is not valid JSON (" + source + where + "): " + unreadable.getOriginalMessage() + ".",
                    unreadable);
        } catch (IOException impossible) {
            throw CliException.failed("bad-json", "The JSON of " + source + " cannot be read.", impossible);
        }
    }

    /** The chat in a JSON value. */
    ChatInput chat(JsonNode root) throws CliException {
        var list = root.isArray() ? root : root.path("messages");
        if (!list.isArray()) {
            throw refused("a chat is an object with \"messages\" or an array of messages");
        }
        if (list.isEmpty()) {
            throw refused("there are no messages");
        }
        var messages = new ArrayList<ChatMessage>();
        for (int i = 0; i < list.size(); i++) {
            messages.add(message(list.get(i), "messages[" + i + "]"));
        }
        var think = bool(root, "think");
        var generationPrompt = bool(root, "add_generation_prompt");
        return new ChatInput(
                messages,
                tools(root.path("tools")),
                think == null ? bool(root, "enable_thinking") : think,
                generationPrompt == null || generationPrompt,
                root.get("id"));
    }

    private ChatMessage message(JsonNode node, String place) throws CliException {
        if (!node.isObject()) {
            throw refused(place + " is not an object");
        }
        var role = node.path("role").asText();
        if (!ROLES.contains(role)) {
            throw refused(place + " needs a \"role\": system, user, assistant or tool");
        }
        return new ChatMessage(
                role,
                text(node, "content", place),
                text(node, "reasoning_content", place),
                toolCalls(node.path("tool_calls"), place + ".tool_calls"));
    }

    private @Nullable String text(JsonNode node, String key, String place) throws CliException {
        var value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw refused(place + "." + key + " is not a string");
        }
        return value.textValue();
    }

    private List<ToolCall> toolCalls(JsonNode list, String place) throws CliException {
        var calls = new ArrayList<ToolCall>();
        for (var node : elements(list, place)) {
            var call = node.path("function").isObject() ? node.path("function") : node;
            if (!call.path("name").isTextual() || !call.has("arguments")) {
                throw refused(place + "[" + calls.size() + "] needs a \"name\" and \"arguments\"");
            }
            calls.add(new ToolCall(call.path("name").textValue(), JsonValues.value(call.path("arguments"))));
        }
        return calls;
    }

    private List<ToolDefinition> tools(JsonNode list) throws CliException {
        var tools = new ArrayList<ToolDefinition>();
        for (var node : elements(list, "tools")) {
            if (!node.isObject()) {
                throw refused("tools[" + tools.size() + "] is not an object");
            }
            tools.add(new ToolDefinition(JsonValues.value(node)));
        }
        return tools;
    }

    private JsonNode elements(JsonNode list, String place) throws CliException {
        if (!list.isArray() && !list.isMissingNode() && !list.isNull()) {
            throw refused(place + " is not an array");
        }
        return list;
    }

    private @Nullable Boolean bool(JsonNode node, String key) throws CliException {
        var value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isBoolean()) {
            throw refused("\"" + key + "\" is neither true nor false");
        }
        return value.booleanValue();
    }

    private CliException refused(String why) {
        return CliException.badInput(
                "bad-messages", "This is not a chat (" + source + ", line " + line + "): " + why + ".");
    }
}

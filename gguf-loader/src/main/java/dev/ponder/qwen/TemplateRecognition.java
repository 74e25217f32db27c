package dev.ponder.qwen;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ponder.qwen.ChatTemplate.Certainty;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells chat templates apart. */
final class TemplateRecognition {

    /** SHA-256 of the texts that Qwen published, and of the demo model's. */
    private static final Map<String, TemplateKind> KNOWN = Map.of(
            "87a2728cb8dc9fe424d624542f6060ec05a1d285ebbec578bb078900e33396b5", TemplateKind.HYBRID_V1,
            "a55ee1b1660128b7098723e0abcd92caa0788061051c62d51cbe87d9cf1974d8", TemplateKind.HYBRID_V2,
            "3802169b2a02b81e6adb7ab4f64f91ff02db753c8c3a64a01c35192d3a61d8d7", TemplateKind.THINKING_2507,
            "64f85b198065d0fba2a81f37e10ed68161ce2c19a754c7100e67e0ca2ee9c326", TemplateKind.INSTRUCT_2507,
            "f2444fe4a6e5cbf107d351534bc974b63ee2e01f993604067a8adf43282367a4", TemplateKind.DEMO);

    private static final Pattern COMMENT = Pattern.compile("\\{#.*?#}", Pattern.DOTALL);

    private TemplateRecognition() {}

    static ChatTemplate recognise(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new ChatTemplate(
                    TemplateKind.CHATML, Certainty.UNKNOWN, "the file has no chat template; ChatML rules used");
        }
        var known = KNOWN.get(sha256(text));
        if (known != null) {
            return new ChatTemplate(known, Certainty.KNOWN, "known by hash");
        }
        // a comment may talk about what the template does not do
        return byContent(COMMENT.matcher(text).replaceAll(""));
    }

    private static ChatTemplate byContent(String text) {
        if (!text.contains("<|im_start|>")) {
            return new ChatTemplate(TemplateKind.CHATML, Certainty.UNKNOWN, "unknown template; ChatML rules used");
        }
        if (text.contains("enable_thinking")) {
            return recognised(TemplateKind.HYBRID_V2, "it has a switch for thinking");
        }
        if (text.contains("<function=")) {
            return recognised(TemplateKind.CODER, "it writes tool calls as Qwen3-Coder does");
        }
        if (opensThought(text)) {
            return recognised(TemplateKind.THINKING_2507, "it begins every reply with a thought");
        }
        if (text.contains("</think>")) {
            return recognised(TemplateKind.THINKING_2507, "it handles thoughts and has no switch for them");
        }
        return text.contains("<tool_call>")
                ? recognised(TemplateKind.INSTRUCT_2507, "ChatML with Qwen's tools and without thoughts")
                : recognised(TemplateKind.CHATML, "ChatML without tools or thoughts");
    }

    private static boolean opensThought(String text) {
        int generation = text.lastIndexOf("add_generation_prompt");
        return generation >= 0 && text.indexOf("<think>", generation) >= 0;
    }

    private static ChatTemplate recognised(TemplateKind kind, String because) {
        return new ChatTemplate(kind, Certainty.BY_CONTENT, "recognised by content: " + because);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package dev.ponder.engine;

import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.Prompt.Marker;
import dev.ponder.qwen.Prompt.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prompts for the demo model, as its template renders them. */
public final class DemoPrompts {

    private DemoPrompts() {}

    /** Where the demo model lies. */
    public static Path model() {
        return Path.of(System.getProperty("ponder.demo.model"));
    }

    /** A question that the model may think about. */
    public static Prompt thinking(String question) {
        return new Prompt(turn(question));
    }

    /** A question that it answers at once. */
    public static Prompt answering(String question) {
        var parts = turn(question);
        parts.add(new Marker("<think>"));
        parts.add(new Text("\n\n"));
        parts.add(new Marker("</think>"));
        parts.add(new Text("\n\n"));
        return new Prompt(parts);
    }

    /** A conversation that goes on after an answer without thinking. */
    public static Prompt followUp(String question, String answer, String next) {
        var parts = new ArrayList<>(answering(question).parts());
        parts.add(new Text(answer));
        parts.add(new Marker("<|im_end|>"));
        parts.add(new Text("\n"));
        parts.addAll(answering(next).parts());
        return new Prompt(parts);
    }

    private static List<Prompt.Part> turn(String question) {
        return new ArrayList<>(List.of(
                new Marker("<|im_start|>"),
                new Text("user\n" + question),
                new Marker("<|im_end|>"),
                new Text("\n"),
                new Marker("<|im_start|>"),
                new Text("assistant\n")));
    }
}

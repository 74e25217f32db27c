package dev.ponder.qwen;

import java.util.ArrayList;
import java.util.List;

/** Collects what a splitter reports, and checks that it reports in a sensible order. */
final class SplitReply {

    private final StringBuilder thought = new StringBuilder();
    private final StringBuilder answer = new StringBuilder();
    private final List<ReplySegment.ToolCallBody> calls = new ArrayList<>();
    private int started;
    private int ended;

    void accept(ReplySegment segment) {
        switch (segment) {
            case ReplySegment.ReasoningStarted _ -> started++;
            case ReplySegment.ReasoningText(var text) -> {
                require(started == ended + 1 && !text.isEmpty(), "reasoning text outside a thought");
                thought.append(text);
            }
            case ReplySegment.ReasoningEnded _ -> {
                ended++;
                require(started == ended, "a thought ended that had not started");
            }
            case ReplySegment.AnswerText(var text) -> {
                require(started == ended && !text.isEmpty(), "answer text inside a thought");
                answer.append(text);
            }
            case ReplySegment.ToolCallBody call -> {
                require(started == ended, "a tool call inside a thought");
                calls.add(call);
            }
        }
    }

    String thought() {
        return thought.toString();
    }

    String answer() {
        return answer.toString();
    }

    List<ReplySegment.ToolCallBody> calls() {
        return calls;
    }

    int thoughts() {
        return started;
    }

    boolean thoughtIsOpen() {
        return started > ended;
    }

    @Override
    public String toString() {
        return "thought[" + thought + "] answer[" + answer + "]"
                + (calls.isEmpty()
                        ? ""
                        : " calls"
                                + calls.stream()
                                        .map(call -> call.body() + " " + call.closed())
                                        .toList());
    }

    private static void require(boolean holds, String complaint) {
        if (!holds) {
            throw new AssertionError(complaint);
        }
    }
}

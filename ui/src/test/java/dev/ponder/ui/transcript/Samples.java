package dev.ponder.ui.transcript;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Conversations in every state a transcript knows, for pictures and for trying it by hand. */
final class Samples {

    static final String THOUGHT = """
            The user asks how many times the letter r occurs in "strawberry".

            Let me spell it: s, t, r, a, w, b, e, r, r, y. The third letter is r, then the eighth and the ninth.
            That makes three. I should check the count once more, because double letters are easy to miss: "berry" has
            two of them, and "straw" has one. Two and one make three.""";

    static final String CODE = """
            The usual way is a **set**: it forgets what it has seen already, and `dict.fromkeys` keeps the order.

            ```python
            def unique(items):
                # dictionaries keep the order of insertion
                return list(dict.fromkeys(items))


            print(unique([3, 1, 3, 2, 1]))  # [3, 1, 2]
            ```

            ### Why not a list?

            Looking something up in a list takes longer the longer it is; in a dictionary it does *not*.
            - `x in list` reads up to every element
            - `x in dict` computes one hash""";

    static final AutoNote THOUGHT_OVER =
            new AutoNote(true, "The message asks about letters of a word, which a model does not see.", true);

    private Samples() {}

    static Map<String, List<TranscriptItem>> all() {
        var all = new LinkedHashMap<String, List<TranscriptItem>>();
        all.put("empty", List.of());
        all.put("waiting", List.of(question(), TranscriptMessage.streaming("a1")));
        all.put("thinking", List.of(question(), thinking()));
        all.put("limited", List.of(question(), limited(new Thought.Course(512, false, Thought.Landing.NONE))));
        all.put("lowered", List.of(question(), limited(new Thought.Course(160, true, Thought.Landing.NONE))));
        all.put("landed", List.of(question(), landed(Thought.Landing.BUDGET)));
        all.put("wished", List.of(question(), landed(Thought.Landing.USER)));
        all.put("looped", List.of(question(), landed(Thought.Landing.LOOP)));
        all.put("auto-direct", List.of(question(), direct()));
        all.put("auto-thought", List.of(question(), answer().withAuto(THOUGHT_OVER)));
        all.put("stopped-thought", List.of(question(), stopped()));
        all.put("edited-thought", List.of(question(), answer()));
        all.put("folded", List.of(question(), answer()));
        all.put("unfolded", List.of(question(), answer()));
        all.put(
                "code",
                List.of(
                        TranscriptMessage.user(
                                "u2", "How do I remove duplicates from a list in Python and keep the order?"),
                        TranscriptMessage.assistant(
                                "a2", Thought.done("Sets do not keep the order.", 2_140, 64), CODE)));
        all.put("selection", all.get("code"));
        all.put("interrupted", List.of(question(), answer().withState(MessageState.INTERRUPTED)));
        all.put("error", List.of(question(), failed()));
        all.put("tools", tools());
        all.put("long-user", longUser());
        all.put("chinese", chinese());
        all.put("arabic", arabic());
        all.put("boundary", boundary());
        return all;
    }

    private static TranscriptMessage question() {
        return TranscriptMessage.user("u1", "How many r are in strawberry?");
    }

    private static TranscriptMessage thinking() {
        return TranscriptMessage.streaming("a1")
                .withThought(new Thought(THOUGHT, 12_300, 118, Thought.State.STREAMING));
    }

    private static TranscriptMessage limited(Thought.Course course) {
        return thinking().withThought(thinking().thought().withCourse(course));
    }

    private static TranscriptMessage landed(Thought.Landing landing) {
        return answer().withThought(answer().thought().withCourse(Thought.Course.FREE.landed(landing)));
    }

    private static TranscriptMessage direct() {
        return TranscriptMessage.assistant("a1", Thought.NONE, "The word has two r.")
                .withAuto(new AutoNote(false, "The message asks for a fact.", true));
    }

    static TranscriptMessage stopped() {
        return TranscriptMessage.assistant("a1", new Thought(THOUGHT, 4_100, 118, Thought.State.INTERRUPTED), "")
                .withState(MessageState.INTERRUPTED);
    }

    static TranscriptMessage answer() {
        return TranscriptMessage.assistant(
                        "a1",
                        Thought.done(THOUGHT, 12_300, 431),
                        "The word has **three** r: one in *straw*, two in *berry*.")
                .withSiblings(new Siblings(2, 3))
                .withNote("Qwen3-4B");
    }

    private static TranscriptMessage failed() {
        return TranscriptMessage.assistant("a1", Thought.NONE, "The word has")
                .withState(new MessageState.Interrupted(
                        "The engine ended unexpectedly. It was started again; what was written so far is kept."));
    }

    private static List<TranscriptItem> tools() {
        return List.of(
                TranscriptMessage.user("u3", "What is 17 times 23?"),
                TranscriptMessage.assistant("a3", Thought.done("I will use the calculator.", 900, 12), "")
                        .withToolCalls(List.of(
                                new ToolCard(
                                        "", "{\"name\": \"calculator\", \"arguments\"", "The call is not JSON.", true),
                                new ToolCard("calculator", "{\"expression\": \"17 / 0\"}", "Division by zero.", true),
                                new ToolCard("calculator", "{\"expression\": \"17 * 23\"}", "391")))
                        .withGoesOn(true),
                TranscriptMessage.assistant("a4", Thought.done("That is the product.", 400, 6), "17 × 23 is 391."));
    }

    private static List<TranscriptItem> longUser() {
        var text = """
                I want to spend four days in Kyoto in November and would like to see the maple leaves without the largest \
                crowds. I walk a lot, I do not mind getting up early, and I would like one day outside the city.

                What I know already:
                - the Philosopher's Path is full from ten in the morning
                - Kurama can be reached by train in half an hour
                https://example.org/a/rather/long/address/that/does/not/break/anywhere/and/goes/on/for/a/while/index.html

                Please make a plan with a reason for each stop, and say what you would leave out.""";
        return List.of(TranscriptMessage.user("u4", text), TranscriptMessage.assistant("a4", Thought.NONE, """
                Four days are enough to see each quarter once and to go back to one of them.

                **Day 1.** Begin at the Nanzen-ji at seven, when the gate is open and the gardens are not."""));
    }

    private static List<TranscriptItem> chinese() {
        return List.of(
                TranscriptMessage.user("u5", "请用两句话解释什么是量子纠缠。"),
                TranscriptMessage.assistant(
                        "a5",
                        Thought.done("用户想要一个简短的解释。", 3_200, 41),
                        "量子纠缠是指两个或多个粒子的状态相互关联，即使相隔很远，测量其中一个也会立即确定另一个的结果。"
                                + "但是这种关联不能用来传递信息，所以它并不违反**相对论**。\n\n"
                                + "可以用 `|Φ⁺⟩ = (|00⟩ + |11⟩) / √2` 这样的式子来描述。"));
    }

    private static List<TranscriptItem> arabic() {
        return List.of(
                TranscriptMessage.user("u6", "ما هي عاصمة المغرب، وكم يبلغ عدد سكانها؟"),
                TranscriptMessage.assistant(
                        "a6",
                        Thought.done("السؤال عن الرباط.", 2_500, 33),
                        "عاصمة المغرب هي **الرباط**، ويبلغ عدد سكانها نحو 580 ألف نسمة داخل حدود المدينة.\n\n"
                                + "أما أكبر مدينة فهي الدار البيضاء، ويتجاوز عدد سكانها 3.3 مليون نسمة."));
    }

    private static List<TranscriptItem> boundary() {
        var items = new ArrayList<TranscriptItem>();
        items.add(TranscriptMessage.user("u7", "Hello!"));
        items.add(TranscriptMessage.assistant("a7", Thought.NONE, "Hello. What would you like to talk about?"));
        items.add(new ContextBoundary("b7", false));
        items.add(TranscriptMessage.user("u8", "Tell me about tides."));
        items.add(new TranscriptNotice("n7", "The model was changed to Qwen3-4B."));
        items.add(TranscriptMessage.assistant("a8", Thought.NONE, "Tides follow the moon, and a little the sun.")
                .withSiblings(new Siblings(1, 2)));
        return items;
    }
}

package dev.ponder.cli;

import dev.ponder.engine.Engine;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.ReplyStart;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Measures a loaded model: prefill of {@code p} tokens and decode of {@code n} tokens, both behind {@code d} tokens that
 * lie in the KV cache already. Prompts are random ids from a fixed seed.
 */
final class Bench {

    private static final long SEED = 20_260_101;

    private final Engine engine;
    private final Plan plan;
    private final Interrupts interrupts;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<Integer> past;
    private final int vocabulary;

    /**
     * What is measured.
     *
     * @param prompt tokens of a prefill, at least 1
     * @param generated tokens of a decode, at least 2
     * @param depth tokens in the cache before
     * @param runs how often
     */
    record Plan(int prompt, int generated, int depth, int runs) {

        /** Tokens of context that it takes. */
        long context() {
            return (long) depth + Math.max(prompt + 1L, generated + 2L);
        }
    }

    /**
     * What came out; rates in tokens a second.
     *
     * @param prefillWall by the clock of this process, through the whole path
     * @param prefillNative by llama.cpp's timer
     * @param prefillRatio the first as a share of the second, run by run
     * @param decodeWall as above
     * @param decodeNative as above
     * @param decodeRatio as above
     * @param frontMillis processor time of this process for a generated token, over all runs
     * @param engineMillis of the engine's thread outside native code for a generated token
     */
    record Result(
            Spread prefillWall,
            Spread prefillNative,
            Spread prefillRatio,
            Spread decodeWall,
            Spread decodeNative,
            Spread decodeRatio,
            double frontMillis,
            Spread engineMillis) {}

    Bench(Engine engine, int vocabulary, Plan plan, Interrupts interrupts) {
        this.engine = engine;
        this.vocabulary = vocabulary;
        this.plan = plan;
        this.interrupts = interrupts;
        this.past = randomIds(plan.depth());
    }

    /**
     * Runs everything once to warm up, then as often as planned.
     *
     * @throws CliException when the engine fails, or on Ctrl+C
     */
    Result run() throws CliException {
        prefill();
        decode();
        var prefills = new ArrayList<Rate>();
        var decodes = new ArrayList<Rate>();
        for (int i = 0; i < plan.runs(); i++) {
            prefills.add(prefill());
            decodes.add(decode());
        }
        return new Result(
                spread(prefills, Rate::wall),
                spread(prefills, Rate::measured),
                spread(prefills, Rate::ratio),
                spread(decodes, Rate::wall),
                spread(decodes, Rate::measured),
                spread(decodes, Rate::ratio),
                // the processor clock ticks too coarsely for a single run
                decodes.stream().mapToDouble(Rate::frontMillis).average().orElse(0),
                spread(decodes, Rate::engineMillis));
    }

    private record Rate(double wall, double measured, double frontMillis, double engineMillis) {
        double ratio() {
            return wall / measured;
        }
    }

    private static Spread spread(List<Rate> rates, ToDoubleFunction<Rate> figure) {
        return Spread.of(rates.stream().map(figure::applyAsDouble).toList());
    }

    private Rate prefill() throws CliException {
        var times = generate(plan.prompt(), 1);
        var tokens = times.end().tokens();
        int prefilled = tokens.prompt() - tokens.cached();
        double nativeMillis = times.end().timings().nativePromptMillis();
        return new Rate(1000.0 * prefilled / times.wholeMillis(), 1000.0 * prefilled / nativeMillis, 0, 0);
    }

    private Rate decode() throws CliException {
        long before = processorNanos();
        // llama.cpp counts a prompt of one token as a decode step
        var times = generate(2, plan.generated());
        double frontMillis = (processorNanos() - before) / 1e6;
        var timings = times.end().timings();
        int generated = Math.max(1, times.end().tokens().generated());
        // the first token falls out of the prefill, so that there are fewer steps than tokens
        int steps = timings.nativeDecodeTokens();
        return new Rate(
                1000.0 * steps / times.decodeMillis(),
                1000.0 * steps / timings.nativeDecodeMillis(),
                frontMillis / generated,
                timings.javaMillis() / generated);
    }

    private BenchRun.Times generate(int promptTokens, int maxTokens) throws CliException {
        var ids = new ArrayList<>(past);
        ids.addAll(randomIds(promptTokens));
        var prompt = new Prompt(List.of(new Prompt.Tokens(ids)));
        var request = GenerationRequest.of(prompt, ReplyStart.ANSWER)
                .withConversation(plan.depth() == 0 ? null : "bench")
                .withMaxTokens(maxTokens)
                .withIgnoreEnd(true);
        return BenchRun.of(engine, request, interrupts);
    }

    private List<Integer> randomIds(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> random.nextInt(vocabulary))
                .toList();
    }

    private static long processorNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}

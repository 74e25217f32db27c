package dev.ponder.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ponder.engine.KvType;
import dev.ponder.gguf.Architecture;
import dev.ponder.qwen.TemplateKind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextLimitsTest {

    /** The published models by width, theta and declared context; from the table of their technical report. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # model,           width, experts, theta, context, template,      offered
            0.6B,              1024,  false,   1e6,   40960,   HYBRID_V2,     false
            1.7B,              2048,  false,   1e6,   40960,   HYBRID_V2,     false
            4B,                2560,  false,   1e6,   40960,   HYBRID_V1,     true
            8B,                4096,  false,   1e6,   40960,   HYBRID_V2,     true
            8B by another,     4096,  false,   1e6,   32768,   HYBRID_V2,     true
            32B,               5120,  false,   1e6,   40960,   HYBRID_V2,     true
            30B-A3B,           2048,  true,    1e6,   40960,   HYBRID_V2,     true
            4B-Instruct-2507,  2560,  false,   5e6,   262144,  INSTRUCT_2507, false
            4B-Thinking-2507,  2560,  false,   5e6,   262144,  THINKING_2507, false
            30B-Instruct-2507, 2048,  true,    1e7,   262144,  INSTRUCT_2507, false
            """)
    void offersYarnWhereTheModelsMakersDo(
            String model,
            int width,
            boolean experts,
            double theta,
            int context,
            TemplateKind template,
            boolean offered) {
        var limits = ContextLimits.of(architecture(width, experts, theta, context, 1), template);
        assertEquals(offered ? List.of(2, 4) : List.of(), limits.yarnFactors(), model);
        assertEquals(context, limits.nativeTokens());
    }

    @Test
    void doesNotStretchAFileThatIsStretchedAlready() {
        var limits = ContextLimits.of(architecture(2560, false, 1e6, 40_960, 4), TemplateKind.HYBRID_V2);
        assertEquals(List.of(), limits.yarnFactors());
    }

    @Test
    void knowsWhatATokenTakes() {
        var limits = ContextLimits.of(architecture(2560, false, 1e6, 40_960, 1), TemplateKind.HYBRID_V2);
        assertEquals(Map.of(KvType.F16, 147_456L, KvType.Q8_0, 78_336L), limits.bytesPerToken());
    }

    private static Architecture architecture(int width, boolean experts, double theta, int context, double factor) {
        Architecture.@Nullable Experts mixture = experts ? new Architecture.Experts(128, 8, 768) : null;
        return new Architecture(
                experts ? "qwen3moe" : "qwen3",
                36,
                context,
                width,
                Collections.nCopies(36, 9728),
                new Architecture.Attention(Collections.nCopies(36, 32), Collections.nCopies(36, 8), 128, 128),
                new Architecture.Rope(theta, factor == 1 ? "none" : "yarn", factor, context),
                mixture,
                true,
                true);
    }
}

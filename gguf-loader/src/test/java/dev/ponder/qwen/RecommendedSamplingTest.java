package dev.ponder.qwen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecommendedSamplingTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            HYBRID_V2,     true,  8.5, false, 0.6, 0.95, 20, 0,   1,    32768
            HYBRID_V2,     true,  6.6, false, 0.6, 0.95, 20, 0,   1,    32768
            HYBRID_V1,     true,  4.8, false, 0.6, 0.95, 20, 1.5, 1,    32768
            HYBRID_V2,     true,  4.8, true,  0.6, 0.95, 20, 0,   1,    32768
            HYBRID_V2,     false, 4.8, false, 0.7, 0.8,  20, 1.5, 1,    32768
            THINKING_2507, false, 8.5, false, 0.6, 0.95, 20, 0,   1,    32768
            INSTRUCT_2507, true,  4.8, false, 0.7, 0.8,  20, 1.5, 1,    16384
            CODER,         false, 4.8, false, 0.7, 0.8,  20, 0,   1.05, 65536
            DEMO,          true,  8.5, false, 0,   1,    0,  0,   1,    2048
            """)
    void followsTheModelCards(
            TemplateKind kind,
            boolean thinking,
            double bits,
            boolean tools,
            double temperature,
            double topP,
            int topK,
            double presence,
            double repetition,
            int maxTokens) {
        assertEquals(
                new RecommendedSampling(temperature, topP, topK, 0, presence, repetition, maxTokens),
                RecommendedSampling.of(kind, thinking, bits, tools));
    }
}

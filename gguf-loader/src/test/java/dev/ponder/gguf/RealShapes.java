package dev.ponder.gguf;

import java.util.List;

/** The published Qwen3 models, by the table of their technical report. */
final class RealShapes {
    static final int VOCABULARY = 151_936;

    /** A model, its number of parameters, and what its KV cache takes for a token in f16 and q8_0. */
    record Expected(ModelShape shape, long parameters, long f16Bytes, long q8Bytes) {
        @Override
        public String toString() {
            return shape.name();
        }
    }

    static final List<Expected> ALL = List.of(
            dense("0.6B", 28, 1024, 16, 3072, true, 596_049_920L, 114_688, 60_928),
            dense("1.7B", 28, 2048, 16, 6144, true, 1_720_574_976L, 114_688, 60_928),
            dense("4B", 36, 2560, 32, 9728, true, 4_022_468_096L, 147_456, 78_336),
            dense("8B", 36, 4096, 32, 12_288, false, 8_190_735_360L, 147_456, 78_336),
            dense("14B", 40, 5120, 40, 17_408, false, 14_768_307_200L, 163_840, 87_040),
            dense("32B", 64, 5120, 64, 25_600, false, 32_762_123_264L, 262_144, 139_264),
            new Expected(
                    new ModelShape(
                            "30B-A3B",
                            48,
                            2048,
                            32,
                            4,
                            128,
                            6144,
                            new Architecture.Experts(128, 8, 768),
                            40_960,
                            false),
                    30_532_122_624L,
                    98_304,
                    52_224));

    private RealShapes() {}

    static Expected named(String name) {
        return ALL.stream()
                .filter(model -> model.shape().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Expected dense(
            String name, int layers, int width, int heads, int ffn, boolean tied, long parameters, long f16, long q8) {
        var shape = new ModelShape(name, layers, width, heads, 8, 128, ffn, null, 40_960, tied);
        return new Expected(shape, parameters, f16, q8);
    }
}

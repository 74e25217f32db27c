package dev.ponder.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * The C structs that cross the border to llama.cpp, written from {@code include/llama.h} of the pinned release. None holds
 * a {@code long}, a bit-field or a {@code wchar_t}, so one layout serves every 64-bit system; a test compares each with
 * what a C compiler makes of the header.
 *
 * @param name the C name
 * @param layout the fields with their padding
 */
record CStruct(String name, StructLayout layout) {

    static final CStruct MODEL_PARAMS = of(
            "llama_model_params",
            ADDRESS.withName("devices"),
            ADDRESS.withName("tensor_buft_overrides"),
            JAVA_INT.withName("n_gpu_layers"),
            JAVA_INT.withName("split_mode"),
            JAVA_INT.withName("load_mode"),
            JAVA_INT.withName("lazy_mode"),
            JAVA_INT.withName("main_gpu"),
            ADDRESS.withName("tensor_split"),
            ADDRESS.withName("progress_callback"),
            ADDRESS.withName("progress_callback_user_data"),
            ADDRESS.withName("kv_overrides"),
            JAVA_BOOLEAN.withName("vocab_only"),
            JAVA_BOOLEAN.withName("check_tensors"),
            JAVA_BOOLEAN.withName("use_extra_bufts"),
            JAVA_BOOLEAN.withName("no_host"),
            JAVA_BOOLEAN.withName("no_alloc"),
            JAVA_BOOLEAN.withName("load_mtp"));

    static final CStruct TENSOR_BUFT_OVERRIDE =
            of("llama_model_tensor_buft_override", ADDRESS.withName("pattern"), ADDRESS.withName("buft"));

    static final CStruct CONTEXT_PARAMS = of(
            "llama_context_params",
            JAVA_INT.withName("n_ctx"),
            JAVA_INT.withName("n_batch"),
            JAVA_INT.withName("n_ubatch"),
            JAVA_INT.withName("n_seq_max"),
            JAVA_INT.withName("n_rs_seq"),
            JAVA_INT.withName("n_outputs_max"),
            JAVA_INT.withName("n_outputs_max_per_seq"),
            JAVA_INT.withName("n_threads"),
            JAVA_INT.withName("n_threads_batch"),
            JAVA_INT.withName("ctx_type"),
            JAVA_INT.withName("rope_scaling_type"),
            JAVA_INT.withName("pooling_type"),
            JAVA_INT.withName("attention_type"),
            JAVA_INT.withName("flash_attn_type"),
            JAVA_FLOAT.withName("rope_freq_base"),
            JAVA_FLOAT.withName("rope_freq_scale"),
            JAVA_FLOAT.withName("yarn_ext_factor"),
            JAVA_FLOAT.withName("yarn_attn_factor"),
            JAVA_FLOAT.withName("yarn_beta_fast"),
            JAVA_FLOAT.withName("yarn_beta_slow"),
            JAVA_INT.withName("yarn_orig_ctx"),
            JAVA_FLOAT.withName("defrag_thold"),
            ADDRESS.withName("cb_eval"),
            ADDRESS.withName("cb_eval_user_data"),
            JAVA_INT.withName("type_k"),
            JAVA_INT.withName("type_v"),
            ADDRESS.withName("abort_callback"),
            ADDRESS.withName("abort_callback_data"),
            JAVA_BOOLEAN.withName("embeddings"),
            JAVA_BOOLEAN.withName("offload_kqv"),
            JAVA_BOOLEAN.withName("no_perf"),
            JAVA_BOOLEAN.withName("op_offload"),
            JAVA_BOOLEAN.withName("swa_full"),
            JAVA_BOOLEAN.withName("kv_unified"),
            ADDRESS.withName("samplers"),
            JAVA_LONG.withName("n_samplers"),
            ADDRESS.withName("ctx_other"));

    static final CStruct BATCH = of(
            "llama_batch",
            JAVA_INT.withName("n_tokens"),
            ADDRESS.withName("token"),
            ADDRESS.withName("embd"),
            ADDRESS.withName("pos"),
            ADDRESS.withName("n_seq_id"),
            ADDRESS.withName("seq_id"),
            ADDRESS.withName("logits"));

    static final CStruct SAMPLER_CHAIN_PARAMS = of("llama_sampler_chain_params", JAVA_BOOLEAN.withName("no_perf"));

    static final CStruct LOGIT_BIAS = of("llama_logit_bias", JAVA_INT.withName("token"), JAVA_FLOAT.withName("bias"));

    static final CStruct CHAT_MESSAGE = of("llama_chat_message", ADDRESS.withName("role"), ADDRESS.withName("content"));

    static final CStruct PERF_CONTEXT_DATA = of(
            "llama_perf_context_data",
            JAVA_DOUBLE.withName("t_start_ms"),
            JAVA_DOUBLE.withName("t_load_ms"),
            JAVA_DOUBLE.withName("t_p_eval_ms"),
            JAVA_DOUBLE.withName("t_eval_ms"),
            JAVA_INT.withName("n_p_eval"),
            JAVA_INT.withName("n_eval"),
            JAVA_INT.withName("n_reused"));

    /** Every struct that is passed, for the test of the binary interface. */
    static final List<CStruct> ALL = List.of(
            MODEL_PARAMS,
            TENSOR_BUFT_OVERRIDE,
            CONTEXT_PARAMS,
            BATCH,
            SAMPLER_CHAIN_PARAMS,
            LOGIT_BIAS,
            CHAT_MESSAGE,
            PERF_CONTEXT_DATA);

    private static CStruct of(String name, ValueLayout... fields) {
        var padded = new ArrayList<MemoryLayout>();
        long offset = 0;
        long alignment = 1;
        for (var field : fields) {
            offset = pad(padded, offset, field.byteAlignment());
            padded.add(field);
            offset += field.byteSize();
            alignment = Math.max(alignment, field.byteAlignment());
        }
        pad(padded, offset, alignment);
        return new CStruct(
                name,
                MemoryLayout.structLayout(padded.toArray(MemoryLayout[]::new)).withName(name));
    }

    private static long pad(List<MemoryLayout> fields, long offset, long alignment) {
        long gap = Math.floorMod(-offset, alignment);
        if (gap > 0) {
            fields.add(MemoryLayout.paddingLayout(gap));
        }
        return offset + gap;
    }

    long offset(String field) {
        return layout.byteOffset(PathElement.groupElement(field));
    }

    void set(MemorySegment struct, String field, int value) {
        struct.set(JAVA_INT, offset(field), value);
    }

    void set(MemorySegment struct, String field, float value) {
        struct.set(JAVA_FLOAT, offset(field), value);
    }

    void set(MemorySegment struct, String field, boolean value) {
        struct.set(JAVA_BOOLEAN, offset(field), value);
    }

    void set(MemorySegment struct, String field, MemorySegment value) {
        struct.set(ADDRESS, offset(field), value);
    }
}

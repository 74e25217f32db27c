import org.jspecify.annotations.NullMarked;

/** GGUF files in pure Java, llama.cpp through the Foreign Function and Memory API, and Qwen3's prompt rules. */
@NullMarked
module dev.ponder.gguf {
    requires static transitive org.jspecify;
    requires java.management;
    requires jdk.management;

    // dev.ponder.llama stays inside: no pointer leaves this module
    exports dev.ponder.gguf;
    exports dev.ponder.qwen;
    exports dev.ponder.schema;
    exports dev.ponder.engine;
    exports dev.ponder.engine.host;
}

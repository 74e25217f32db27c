import org.jspecify.annotations.NullMarked;

/** The models that are installed and where they lie. */
@NullMarked
module dev.ponder.models {
    requires static transitive org.jspecify;
    requires transitive dev.ponder.gguf;

    exports dev.ponder.models;
}

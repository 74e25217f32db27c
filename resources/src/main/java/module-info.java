import org.jspecify.annotations.NullMarked;

/** Texts, icons and the demo model behind accessor classes. */
@NullMarked
module dev.ponder.resources {
    requires static transitive org.jspecify;

    exports dev.ponder.resources;
}

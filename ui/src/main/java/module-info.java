import org.jspecify.annotations.NullMarked;

/** The entry point and the window. */
@NullMarked
module dev.ponder.ui {
    requires static transitive org.jspecify;
    requires dev.ponder.app;
    requires dev.ponder.resources;
    requires transitive javafx.graphics;
    requires javafx.controls;
    requires jfx.incubator.richtext;
    requires atlantafx.base;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.feather;

    exports dev.ponder.ui;
}

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
    requires org.commonmark;
    requires org.commonmark.ext.autolink;
    requires org.commonmark.ext.footnotes;
    requires org.commonmark.ext.gfm.strikethrough;
    requires org.commonmark.ext.gfm.tables;
    requires org.commonmark.ext.task.list.items;
    requires org.fife.RSyntaxTextArea;
    requires jlatexmath;
    requires java.desktop;
    requires atlantafx.base;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.feather;

    exports dev.ponder.ui;
}

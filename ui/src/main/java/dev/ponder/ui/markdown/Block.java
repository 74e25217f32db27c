package dev.ponder.ui.markdown;

import java.util.List;

/** A block of a document. Immutable; equal where it looks the same. */
public sealed interface Block {

    /** Lines of text. */
    record Paragraph(RichText text) implements Block {}

    /**
     * A title.
     *
     * @param level from 1 to 6
     */
    record Heading(int level, RichText text) implements Block {}

    /**
     * Code, fenced or indented.
     *
     * @param info what follows the opening fence; the language is its first word
     * @param text the lines, without a line feed at the end
     * @param fence what closes it
     */
    record Code(String info, String text, String fence) implements Block {}

    /** Where the text of a column stands. */
    enum Alignment {
        LEFT,
        CENTER,
        RIGHT
    }

    /**
     * A table.
     *
     * @param columns one for each cell of the header
     * @param rows each with as many cells as the header
     * @param source as it was written
     */
    record Table(List<Alignment> columns, List<RichText> header, List<List<RichText>> rows, String source)
            implements Block {

        /** Copies the lists. */
        public Table {
            columns = List.copyOf(columns);
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }

    /** A line across. */
    record Rule() implements Block {}

    /** HTML, which is shown as text and never understood. */
    record Html(String text) implements Block {}

    /**
     * LaTeX on lines of its own.
     *
     * @param latex without its delimiters
     * @param source with them
     */
    record Formula(String latex, String source) implements Block {}

    /** What somebody else said. */
    record Quote(List<Block> content) implements Block {

        /** Copies the list. */
        public Quote {
            content = List.copyOf(content);
        }
    }

    /**
     * A list.
     *
     * @param delimiter the bullet, or what stands after the numbers
     * @param first the first number
     * @param tight whether its items stand close together
     */
    record Items(String delimiter, int first, boolean tight, List<Item> items) implements Block {

        /** Copies the list. */
        public Items {
            items = List.copyOf(items);
        }

        /** Whether it has numbers. */
        public boolean isOrdered() {
            return delimiter.equals(".") || delimiter.equals(")");
        }
    }

    /** Whether an item is a task, and whether that is done. */
    enum Task {
        NONE,
        OPEN,
        DONE
    }

    /** One entry of a list. */
    record Item(Task task, List<Block> content) {

        /** Copies the list. */
        public Item {
            content = List.copyOf(content);
        }
    }

    /**
     * A footnote.
     *
     * @param label as written, without brackets
     */
    record Note(String label, List<Block> content) implements Block {

        /** Copies the list. */
        public Note {
            content = List.copyOf(content);
        }
    }
}

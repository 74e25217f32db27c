package dev.ponder.ui.transcript;

import java.util.List;

/** Makes lines of a text that arrives in pieces. Not thread-safe. */
interface Growth {

    /** All lines so far. */
    List<Line> lines();

    /** Takes in more text, before the end. The edit is one of {@link #lines()}. */
    Edit add(String text);

    /** Nothing more will come. */
    Edit end();
}

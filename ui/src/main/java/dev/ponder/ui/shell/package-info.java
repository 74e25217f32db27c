/** The window around the screens: the list of conversations, the header, banners, shortcuts, and the window's place. */
package dev.ponder.ui.shell;

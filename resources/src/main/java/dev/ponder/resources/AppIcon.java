package dev.ponder.resources;

import java.util.List;
import java.util.Objects;

/** Ponder's icon as PNG files; {@code icon.svg} beside them is what they were drawn from. */
public final class AppIcon {

    /** The sizes there are, in pixels. */
    public static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);

    private AppIcon() {}

    /**
     * The address of the icon.
     *
     * @param size one of {@link #SIZES}
     */
    public static String address(int size) {
        var name = "icon-" + size + ".png";
        return Objects.requireNonNull(AppIcon.class.getResource(name), name).toExternalForm();
    }
}

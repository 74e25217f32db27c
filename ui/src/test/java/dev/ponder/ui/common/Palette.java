package dev.ponder.ui.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/** The colours of a theme by their names: those of the base theme, with Ponder's tokens in their place. */
final class Palette {

    private static final Pattern TOKEN = Pattern.compile("(-(?:color|ponder)-[a-z0-9-]+):\\s*([^;]+);");

    private final Map<String, String> values = new HashMap<>();

    /** Reads stylesheets in order, a later one over an earlier one. */
    Palette(String... stylesheets) {
        for (var sheet : stylesheets) {
            // what comes behind the root's own block is of controls
            var text = read(sheet);
            TOKEN.matcher(text.substring(0, text.indexOf('}')))
                    .results()
                    .forEach(match -> values.put(match.group(1), match.group(2).strip()));
        }
    }

    private static String read(String address) {
        try (var in = URI.create(address).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A colour by its name, over others that shine through, the lowest first. */
    Color of(String name, List<Color> beneath) {
        var value = Objects.requireNonNull(values.get(name), name);
        var colour = value.startsWith("-") ? of(value, List.of()) : Color.web(value);
        var below = beneath.isEmpty() ? Color.TRANSPARENT : beneath.getLast();
        double part = colour.getOpacity();
        return part == 1
                ? colour
                : Color.color(
                        colour.getRed() * part + below.getRed() * (1 - part),
                        colour.getGreen() * part + below.getGreen() * (1 - part),
                        colour.getBlue() * part + below.getBlue() * (1 - part));
    }

    /** The contrast of two opaque colours, from 1 to 21: WCAG 2.2, "contrast ratio" and "relative luminance". */
    static double contrast(Color one, Color other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}

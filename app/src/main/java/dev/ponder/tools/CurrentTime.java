package dev.ponder.tools;

import dev.ponder.qwen.JsonValue;
import dev.ponder.qwen.JsonValue.JsonObject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells date and time here, or in a time zone, or in a city after which a time zone is named. */
public final class CurrentTime implements Tool {

    private static final String ZONE = "timezone";
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("EEEE uuuu-MM-dd HH:mm VV (xxx)", Locale.ENGLISH);

    private final Clock clock;

    /**
     * A clock.
     *
     * @param clock with the time zone that counts as here
     */
    public CurrentTime(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "current_time";
    }

    @Override
    public String description() {
        return "Get the current date and time, here or in a time zone.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter(
                ZONE, "A time zone such as Europe/Lisbon, or its city; leave it out for the local time", false));
    }

    @Override
    public String call(JsonObject arguments) throws ToolException {
        return switch (arguments.members().get(ZONE)) {
            case null -> now(null);
            case JsonValue.JsonNull _ -> now(null);
            case JsonValue.JsonString(var text) -> now(text);
            default -> throw new ToolException("The argument \"" + ZONE + "\" must be a text.");
        };
    }

    /**
     * The time now.
     *
     * @param place a zone or city; null or blank for here
     * @throws ToolException when there is no such zone
     */
    public String now(@Nullable String place) throws ToolException {
        var zone = place == null || place.isBlank() || isHere(place) ? clock.getZone() : zone(place.strip());
        return FORMAT.format(ZonedDateTime.ofInstant(clock.instant(), zone));
    }

    private static boolean isHere(String place) {
        return List.of("local", "here", "current").contains(place.strip().toLowerCase(Locale.ROOT));
    }

    private static ZoneId zone(String place) throws ToolException {
        try {
            return ZoneId.of(place, ZoneId.SHORT_IDS);
        } catch (DateTimeException _) {
            return city(place)
                    .orElseThrow(() -> new ToolException("There is no time zone \"" + place
                            + "\"; use a name such as Europe/Lisbon, or an offset such as UTC+02:00."));
        }
    }

    /** Zones are named after cities: Asia/Tokyo. */
    private static Optional<ZoneId> city(String place) {
        var wanted = place.toLowerCase(Locale.ROOT).replaceAll(",.*", "").replaceAll("[\\s_-]+", "_");
        return ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .filter(id -> id.toLowerCase(Locale.ROOT).equals(wanted)
                        || id.toLowerCase(Locale.ROOT).replace('-', '_').endsWith("/" + wanted))
                .map(ZoneId::of)
                .findFirst();
    }
}

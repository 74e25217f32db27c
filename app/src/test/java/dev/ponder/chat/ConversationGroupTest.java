package dev.ponder.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConversationGroupTest {

    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 3, 10, 0, 30, 0, 0, ZoneId.of("Asia/Shanghai"));

    @Test
    void groupsByTheUsersDaysNotByHours() {
        var groups = ConversationGroup.of(
                List.of(
                        at(1, "2026-03-10T00:01+08:00"),
                        at(2, "2026-03-09T23:59+08:00"),
                        at(3, "2026-03-09T00:00+08:00"),
                        at(4, "2026-03-08T23:59+08:00"),
                        at(5, "2026-03-03T00:00+08:00"),
                        at(6, "2026-03-02T12:00+08:00"),
                        at(7, "2026-02-08T00:00+08:00"),
                        at(8, "2026-02-07T00:00+08:00"),
                        at(9, "2025-12-31T00:00+08:00")),
                NOW);
        assertEquals(
                List.of(
                        "Today[] 1",
                        "Yesterday[] 2 3",
                        "PastWeek[] 4 5",
                        "PastMonth[] 6 7",
                        "Month[month=" + YearMonth.of(2026, 2) + "] 8",
                        "Month[month=" + YearMonth.of(2025, 12) + "] 9"),
                named(groups));
    }

    @Test
    void pinnedOnesComeFirstWhateverTheirDay() {
        var old = at(2, "2020-01-01T00:00+08:00");
        var pinned = new ConversationSummary(
                old.id(), "", TitledBy.NOBODY, "", old.created(), old.updated(), true, null, null);
        var groups = ConversationGroup.of(List.of(at(1, "2026-03-10T00:01+08:00"), pinned), NOW);
        assertEquals(List.of("Pinned[] 2", "Today[] 1"), named(groups));
    }

    @Test
    void aClockThatWasSetBackMakesNoTomorrow() {
        assertEquals(List.of("Today[] 1"), named(ConversationGroup.of(List.of(at(1, "2026-03-12T00:00+08:00")), NOW)));
    }

    private static List<String> named(List<ConversationGroup> groups) {
        return groups.stream()
                .map(group -> String.join(
                        " ",
                        Stream.concat(
                                        Stream.of(group.heading().toString()),
                                        group.conversations().stream().map(one -> Long.toString(one.id())))
                                .toList()))
                .toList();
    }

    private static ConversationSummary at(long id, String time) {
        var moment = ZonedDateTime.parse(time).toInstant();
        return new ConversationSummary(id, "", TitledBy.NOBODY, "", Instant.EPOCH, moment, false, null, null);
    }
}

package dev.ponder.chat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Conversations of one stretch of time, under one heading.
 *
 * @param heading which stretch
 * @param conversations the one updated last first
 */
public record ConversationGroup(Heading heading, List<ConversationSummary> conversations) {

    private static final int WEEK = 7;
    private static final int MONTH = 30;

    public ConversationGroup {
        conversations = List.copyOf(conversations);
    }

    /** What stands above a group. */
    public sealed interface Heading {}

    /** Those that the user pinned, of any time. */
    public record Pinned() implements Heading {}

    /** Since midnight. */
    public record Today() implements Heading {}

    /** The day before. */
    public record Yesterday() implements Heading {}

    /** Two to seven days ago. */
    public record PastWeek() implements Heading {}

    /** Eight to thirty days ago. */
    public record PastMonth() implements Heading {}

    /**
     * Longer ago.
     *
     * @param month of the calendar
     */
    public record Month(YearMonth month) implements Heading {}

    /**
     * Groups a list.
     *
     * @param conversations the one updated last first
     * @param now with the user's time zone, which says when a day begins
     * @return groups that have members, pinned ones first, then by time
     */
    public static List<ConversationGroup> of(List<ConversationSummary> conversations, ZonedDateTime now) {
        var groups = new LinkedHashMap<Heading, List<ConversationSummary>>();
        groups.put(new Pinned(), new ArrayList<>());
        for (var conversation : conversations) {
            groups.computeIfAbsent(heading(conversation, now), _ -> new ArrayList<>())
                    .add(conversation);
        }
        return groups.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> new ConversationGroup(group.getKey(), group.getValue()))
                .toList();
    }

    private static Heading heading(ConversationSummary conversation, ZonedDateTime now) {
        if (conversation.pinned()) {
            return new Pinned();
        }
        LocalDate day = conversation.updated().atZone(now.getZone()).toLocalDate();
        long daysAgo = now.toLocalDate().toEpochDay() - day.toEpochDay();
        if (daysAgo <= 0) {
            return new Today();
        }
        if (daysAgo == 1) {
            return new Yesterday();
        }
        if (daysAgo <= WEEK) {
            return new PastWeek();
        }
        return daysAgo <= MONTH ? new PastMonth() : new Month(YearMonth.from(day));
    }
}

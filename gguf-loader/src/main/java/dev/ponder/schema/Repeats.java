package dev.ponder.schema;

import java.util.Optional;

/**
 * How often something may come.
 *
 * @param least how often at the least
 * @param most how often at the most; empty for no limit
 */
record Repeats(int least, Optional<Integer> most) {

    /** llama.cpp writes a repetition out, rule by rule, and refuses longer ones. */
    static final int MOST = 1000;

    /** The bounds that two keywords give. */
    static Repeats of(Keywords keywords, String least, String most) throws SchemaException {
        int from = keywords.count(least).orElse(0);
        var to = keywords.count(most);
        if (to.isPresent() && to.get() < from) {
            throw keywords.refused(Keywords.quoted(most) + " is less than " + Keywords.quoted(least));
        }
        return new Repeats(from, to);
    }

    boolean isNever() {
        return most.filter(count -> count == 0).isPresent();
    }

    /** As GBNF writes it behind an item. */
    String suffix() {
        return suffix(least, most);
    }

    /** The same where one has come already. */
    String suffixAfterOne() {
        return suffix(Math.max(0, least - 1), most.map(count -> count - 1));
    }

    private static String suffix(int least, Optional<Integer> most) {
        return "{" + least + "," + most.map(String::valueOf).orElse("") + "}";
    }
}

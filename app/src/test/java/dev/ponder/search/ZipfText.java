package dev.ponder.search;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Text of made-up words that are as often as words of a language are: Zipf's law with Mandelbrot's offset. */
final class ZipfText {

    private static final double EXPONENT = 1.05;
    private static final double OFFSET = 2.7;
    private static final List<String> BEGINS = List.of(
            "b", "br", "c", "ch", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl", "qu", "r",
            "s", "sh", "st", "str", "t", "th", "tr", "v", "w", "");
    private static final List<String> MIDDLES = List.of("a", "e", "i", "o", "u", "ea", "ou", "ai", "oo", "io");
    private static final List<String> ENDS = List.of("", "n", "r", "s", "t", "l", "m", "nd", "st", "ck", "ng", "ll");
    private static final int FIRST_HAN = 0x4E00;

    private final Random random;
    private final List<String> words;
    private final double[] wordShares;
    private final double[] hanShares;

    ZipfText(long seed, int words, int characters) {
        random = new Random(seed);
        this.words = words(words);
        wordShares = shares(words);
        hanShares = shares(characters);
    }

    /** The word of a rank, 0 for the one that is used most. */
    String word(int rank) {
        return words.get(rank);
    }

    /** The Chinese character of a rank. */
    String han(int rank) {
        return Character.toString(FIRST_HAN + rank);
    }

    /** So many words, with points and line ends. */
    String sentences(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(words.get(draw(wordShares)));
            text.append(random.nextInt(12) == 0 ? ". " : random.nextInt(40) == 0 ? "\n" : " ");
        }
        return text.toString();
    }

    /** So many Chinese characters, with commas. */
    String chinese(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(han(draw(hanShares)));
            text.append(random.nextInt(11) == 0 ? "，" : "");
        }
        return text.toString();
    }

    /** A length of a message: log-normal. */
    int length(double median) {
        return 1 + (int) Math.min(2_000, median * Math.exp(0.8 * random.nextGaussian()));
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private int draw(double[] shares) {
        int found = Arrays.binarySearch(shares, random.nextDouble() * shares[shares.length - 1]);
        return Math.min(shares.length - 1, found < 0 ? -found - 1 : found);
    }

    private static double[] shares(int count) {
        double[] shares = IntStream.range(0, count)
                .mapToDouble(rank -> 1 / Math.pow(rank + 1 + OFFSET, EXPONENT))
                .toArray();
        Arrays.parallelPrefix(shares, Double::sum);
        return shares;
    }

    private List<String> words(int count) {
        var made = new LinkedHashSet<String>();
        while (made.size() < count) {
            // words that are used much are short
            int syllables = made.size() < 100 ? 1 : made.size() < 3_000 ? 2 : 2 + random.nextInt(3);
            var word = new StringBuilder();
            for (int i = 0; i < syllables; i++) {
                word.append(BEGINS.get(random.nextInt(BEGINS.size())))
                        .append(MIDDLES.get(random.nextInt(MIDDLES.size())));
            }
            made.add(word.append(ENDS.get(random.nextInt(ENDS.size()))).toString());
        }
        return List.copyOf(made);
    }
}

package dev.ponder.engine;

import dev.ponder.qwen.ChatMessage;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * A question over which the demo model thinks long, and its answer.
 *
 * @param kind primes, products and sums
 * @param question as the model knows it
 * @param answer what the reply must say; other numbers may stand before it
 * @param form what any answer to it looks like, right or wrong: nothing else may stand in the answer
 */
record LongTask(Kind kind, ChatMessage question, Pattern answer, Pattern form) {

    enum Kind {
        PRIME,
        PRODUCT,
        SUM
    }

    /** Different tasks, always the same for a count, the kinds in turn. */
    static List<LongTask> tasks(int count) {
        var random = new Random(431);
        var tasks = new ArrayList<LongTask>();
        for (int i = 0; i < count; i++) {
            tasks.add(
                    switch (Kind.values()[i % 3]) {
                        case PRIME -> prime(random);
                        case PRODUCT -> product(random.nextInt(11, 100), random.nextInt(11, 100));
                        case SUM -> sum(random.nextInt(1000, 10_000), random.nextInt(1000, 10_000));
                    });
        }
        return tasks;
    }

    /** Half of them primes, and the others without a divisor that is seen at once. */
    private static LongTask prime(Random random) {
        boolean wanted = random.nextBoolean();
        while (true) {
            int n = 2 * random.nextInt(150, 1100) + 1;
            boolean prime = BigInteger.valueOf(n).isProbablePrime(50);
            if (prime == wanted && n % 3 != 0 && n % 5 != 0) {
                return new LongTask(
                        Kind.PRIME,
                        ChatMessage.user("Think hard about: is " + n + " prime?"),
                        Pattern.compile(prime ? "\\bYes, " + n + " is a" : "\\bNo, " + n + " is not a"),
                        Pattern.compile("(I could not finish, but my best guess is: )?(Yes|No), " + n
                                + " is (not )?a prime number(, because it is divisible by \\d+)?\\."));
            }
        }
    }

    private static LongTask product(int a, int b) {
        return number(Kind.PRODUCT, a, "\u00d7", b, (long) a * b, "What is " + a + " * " + b + "?");
    }

    private static LongTask sum(int a, int b) {
        return number(Kind.SUM, a, "\\+", b, a + b, "What is " + a + " + " + b + "?");
    }

    private static LongTask number(Kind kind, int a, String sign, int b, long result, String question) {
        String left = a + " " + sign + " " + b + " = ";
        return new LongTask(
                kind, ChatMessage.user(question), Pattern.compile(left + result + "$"), Pattern.compile(left + "\\d+"));
    }

    boolean isAnsweredBy(String text) {
        return answer.matcher(text).find();
    }

    boolean isFormOf(String text) {
        return form.matcher(text).matches();
    }
}

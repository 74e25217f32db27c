package dev.ponder.thinking;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Shapes of messages that a list of words does not tell. */
final class Shapes {

    private static final int SHORT = 14;
    private static final int VERY_SHORT = 12;

    private static final String NUMBER = "\\d[\\d.,]*";
    private static final Pattern NUMBERS = Pattern.compile(
            NUMBER
                    + "|\\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|twice|thrice|half|third|quarter|double|triple"
                    + "|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zweimal|dreimal|doppelt|halb|drittel|hälfte|viertel"
                    + "|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doble|mitad|tercio|cuarto|a dollar|an euro)\\b"
                    + "|[两三四五六七八九十百]|一半|倍|نصف|ثلث|ربع|ضعف",
            WordList.FLAGS);
    private static final Pattern OPERATION = Pattern.compile("(?:" + NUMBER
            + "|\\))\\s*(?:[+*/×·÷^%−x]|\\*\\*|-|–|mod)\\s*(?:\\(|-?" + NUMBER + ")|\\d\\s*[²³]|[²³√∛]|\\d!");
    /** Dates, telephone numbers, versions and ranges: digits with dashes that nobody wants to subtract. */
    private static final Pattern NO_OPERATION = Pattern.compile(
            "\\d+[-–./]\\d+[-–./]\\d+|\\b(?:19|20)\\d\\d\\s?[-–/]\\s?(?:19|20)?\\d\\d\\b|\\d+/\\d+/\\d+");

    private static final Pattern FORMULA = Pattern.compile(
            "\\\\(?:frac|int|sum|prod|sqrt|lim|binom|cdot)\\b|\\b[a-zA-Z]\\s?[²³^]|\\b\\d*[a-z]\\s*[+=-]\\s*\\d|\\d\\s*=\\s*\\?");
    private static final Pattern SMALL_SUM = Pattern.compile(
            "\\A\\D*?(?<![\\d.,])(\\d{1,4})(?:\\s*\\+\\s*|\\s+(?:plus|und|and|más|加上?|زائد)\\s+|加上?)(\\d{1,4})(?!\\d|[.,]\\d)[^\\d+*/×·÷^−-]*\\z",
            WordList.FLAGS);
    private static final Pattern SUM_WORDS =
            Pattern.compile("\\b(?:sum|add|plus|addiere|summe|suma)\\b|\\+|加|和|مجموع|زائد", WordList.FLAGS);
    private static final Pattern QUANTITY = Pattern.compile("""
            \\b(?:how (?:many|much|long|far|old|fast|tall|often|heavy)|what (?:time|percentage|fraction|day)|in total|altogether|remain\\w*|when (?:do|does|will)|
            average|at what|each|per (?:hour|day|week|month|year|person|km|mile)|wie (?:viele?|lange|weit|alt|schnell|groß|teuer)|insgesamt|
            cuánt[oa]s?|qué (?:edad|distancia|velocidad)|en total|combien)\\b|多少|几(?:个|天|年|岁|点|元|只|人)|多久|多远|一共|总共|كم|إجمالي|المجموع""".replaceAll("\\|\\s*\\n\\s*", "|"), WordList.FLAGS);
    private static final Pattern FACT = Pattern.compile("""
            \\A[\\s¿¡]*(?:(?:hello|hi|hey),?\\s+)?(?:(?:do you know|can you tell me|tell me|please tell me),?\\s+)?(?:
            (?:who|whom|where|when|what|which|whose)(?:'s|\\s+(?:is|are|was|were|do|does|did|has|have|city|country|year|language|planet|river|
            continent|animal|currency|kind|of)|\\b)|(?:of|in|on|to) (?:which|what|whom)\\b|(?:define|definition of|meaning of)\\b|
            (?:do you know|tell me|give me)?\\s*(?:the )?(?:capital|author|president|inventor|meaning) of\\b|are you\\b|
            (?:wer|wo|wann|was|welche[rsnm]?|wie heißt)\\b|(?:quién|dónde|cuándo|qué|cuál|cómo se llama)\\b|(?:qui|où|quand|quel\\w*|qu'est-ce)\\b|
            (?:من|أين|متى|ما|ماذا)\\s)|(?:是什么|是谁|在哪|什么时候|哪(?:个|国|里|座|年)|叫什么|什么意思|的首都)""".replaceAll("\\s*\\n\\s*", ""), WordList.FLAGS);
    private static final Pattern CODE_IN_BLOCK = Pattern.compile(
            "```(?:java|js|javascript|ts|typescript|python|py|c|cpp|c\\+\\+|cs|go|rust|rs|kotlin|swift|php|ruby|rb|sql|bash|sh|html|css|scala)\\s|"
                    + "[;{]\\s*\\n|\\b(?:def|return|import|public|static|void|const|let|var|fn|func|class|SELECT|console\\.log|#include)\\b|=>|\\)\\s*:\\s*\\n",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CALCULATOR = Pattern.compile("calc\\w*|arithmetic|math\\w*|expression|compute\\w*");
    private static final Pattern CLOCK = Pattern.compile("time\\w*|clock|date|timezone|zone");
    private static final Pattern TIME_ASKED = Pattern.compile("""
            \\bwhat(?:'s| is)? (?:the )?(?:current )?(?:time|date|day|year|month)\\b|\\b(?:current|today'?s) (?:time|date|day)\\b|
            \\bwhat day is\\b|\\bwie (?:spät|viel uhr)\\b|\\bwelche[rsn]? (?:tag|datum|uhrzeit)\\b|\\bqué (?:hora|día|fecha)\\b|几点|几号|星期几|今天.{0,3}日期|
            现在.{0,4}时间|كم الساعة|ما (?:هو )?(?:التاريخ|اليوم)""".replaceAll("\\|\\s*\\n\\s*", "|"), WordList.FLAGS);

    private Shapes() {}

    /** Words of a text; of Chinese each two characters count as one. */
    static int words(String text) {
        int han = (int) text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                .count();
        int spaced = (int) Arrays.stream(text.split("[\\s\\p{IsHan}]+"))
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .count();
        return spaced + (han + 1) / 2;
    }

    /** A tool is named, or a short message has words of it, or asks for what it gives. */
    static boolean meansTool(Ask ask) {
        var said = ask.said().toLowerCase(Locale.ROOT);
        if (ask.tools().names().stream().anyMatch(said::contains)) {
            return true;
        }
        if (words(said) > SHORT) {
            return false;
        }
        var known = ask.tools().words();
        boolean calculator = known.stream().anyMatch(CALCULATOR.asMatchPredicate());
        boolean clock = known.stream().anyMatch(CLOCK.asMatchPredicate());
        return (calculator && OPERATION.matcher(said).find())
                || (clock && TIME_ASKED.matcher(said).find())
                || Arrays.stream(said.split("[^\\p{L}\\p{N}]+")).anyMatch(known::contains);
    }

    /** One addition of two numbers of at most four digits. */
    static boolean isSmallSum(Ask ask) {
        var said = ask.said();
        return words(said) <= SHORT
                && SUM_WORDS.matcher(said).find()
                && SMALL_SUM.matcher(said).find();
    }

    /** Numbers with an operation between them, or a formula. */
    static boolean calculates(Ask ask) {
        var said = NO_OPERATION.matcher(ask.said()).replaceAll(" ");
        return OPERATION.matcher(said).find() || FORMULA.matcher(said).find();
    }

    /** Two numbers and the question for a quantity. */
    static boolean isWordProblem(Ask ask) {
        var said = ask.said();
        return QUANTITY.matcher(said).find()
                && NUMBERS.matcher(said).results().limit(2).count() == 2;
    }

    /** A block with something that is no code, and a short question about it. */
    static boolean readsBlock(Ask ask) {
        return ask.hasBlock()
                && !CODE_IN_BLOCK.matcher(ask.blocks()).find()
                && words(ask.said()) <= SHORT
                && !Words.CODE.test(ask);
    }

    static boolean isAboutCode(Ask ask) {
        return (ask.hasBlock() && CODE_IN_BLOCK.matcher(ask.blocks()).find()) || Words.CODE.test(ask);
    }

    /** A short question for a name, a place, a time or a meaning. */
    static boolean asksForFact(Ask ask) {
        var said = ask.said();
        return words(said) <= VERY_SHORT && FACT.matcher(said).find();
    }
}

package dev.ponder.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Documents that mean harm: by addresses, by size, by depth, by characters. The same each time. */
public final class HostileDocuments {

    private static final int COUNT = 200;
    private static final int MEGABYTE = 1_000_000;
    private static final List<String> ADDRESSES = List.of(
            "javascript:alert(1)",
            "JAVASCRIPT:alert(1)",
            "java\tscript:alert(1)",
            "&#106;avascript:alert(1)",
            "file:///etc/passwd",
            "file://server/share/x.png",
            "\\\\\\\\server\\\\share",
            "data:text/html;base64,PHNjcmlwdD4=",
            "data:image/svg+xml,<svg onload=alert(1)>",
            "jar:file:/x.jar!/y",
            "ftp://127.0.0.1/x",
            "vbscript:x",
            "smb://127.0.0.1/x",
            "ssh://127.0.0.1",
            "x-apple.systempreferences:",
            "ms-settings:",
            "http:///no.host",
            "https://exa%00mple.org/%2e%2e",
            "//127.0.0.1/x.png",
            "http://127.0.0.1:1/x.png",
            "http://[::1]:1/x.png",
            "https://аррӏе.example/");

    private HostileDocuments() {}

    /** Two hundred of them; about ten are a megabyte long. */
    public static List<String> all() {
        var documents = new ArrayList<String>();
        for (var address : ADDRESSES) {
            documents.add("![picture](" + address + ") [link](" + address + ") <" + address + "> [ref]\n\n[ref]: <"
                    + address + ">\n\n| ![t](" + address + ") |\n|---|\n| [c](" + address + ") |");
            documents.add("<img src=\"" + address + "\"><iframe src='" + address + "'></iframe>\n\n<a href=" + address
                    + ">x</a>");
            documents.add("$\\includegraphics{" + address + "}$ $$\\href{" + address + "}{x}$$");
        }
        addLong(documents);
        addDeep(documents);
        addFormulas(documents);
        var random = new Random(1);
        while (documents.size() < COUNT) {
            documents.add(noise(random));
        }
        return List.copyOf(documents.subList(0, COUNT));
    }

    private static void addLong(List<String> documents) {
        for (var piece : List.of("a", "word ", "*a ", "`", "[", "![", "<", "$", "\\(", "| a ", "ب ", "\u202e", "字")) {
            documents.add(piece.repeat(MEGABYTE / piece.length()));
        }
        documents.add("```java\n" + "x".repeat(MEGABYTE));
        documents.add("```java\n" + "int a = \"b\"; /* c */\n".repeat(30_000));
        documents.add("| a | b | c |\n|---|---|---|\n" + "| 1 | **2** | `3` |\n".repeat(20_000));
        documents.add("|" + " a |".repeat(3_000) + "\n|" + "---|".repeat(3_000) + "\n|" + " 1 |".repeat(3_000));
        documents.add("|" + " a |".repeat(50) + "\n|" + "---|".repeat(50) + ("\n|" + " 1 |".repeat(50)).repeat(500));
        documents.add("- item\n".repeat(50_000));
        documents.add("a\n".repeat(100_000));
        documents.add("[a]: http://example.org\n\n[a]\n\n".repeat(5_000));
        documents.add("[^a]\n\n".repeat(3_000) + "[^a]: note\n\n".repeat(3_000));
    }

    private static void addDeep(List<String> documents) {
        for (var piece : List.of("> ", "- ", "1. ", "> - ", "*", "_", "**", "~~", "[", "![", "((", "<b>", "`` ` ")) {
            documents.add(piece.repeat(5_000) + "x");
            documents.add(piece.repeat(300) + "x\n\n" + "  ".repeat(300) + piece + "y");
        }
        documents.add("*a **b ".repeat(20_000) + "** *".repeat(20_000));
        documents.add("[a](".repeat(20_000));
        documents.add("![a][".repeat(20_000) + "]".repeat(20_000));
    }

    private static void addFormulas(List<String> documents) {
        for (var latex : List.of(
                "\\newcommand{\\x}{\\x\\x}\\x",
                "\\def\\x{\\x\\x}\\x",
                "\\rule{99999em}{99999em}",
                "{".repeat(500) + "}".repeat(500),
                "\\frac{1}{".repeat(25) + "1" + "}".repeat(25),
                "\\sqrt{".repeat(200) + "1" + "}".repeat(200),
                "x^{".repeat(29) + "1" + "}".repeat(29),
                "\\begin{array}{*{9999999}{c}}1\\end{array}",
                "\\fcscore{999999999}",
                "\\jlmExternalFont{/etc/passwd}x",
                "\\input{/etc/passwd}",
                "\\scalebox{1e9}{x}",
                "\\left(".repeat(100),
                "\\begin{matrix}" + "a & ".repeat(400) + "\\end{matrix}",
                "a".repeat(999),
                "\u0000\u0001\u202e")) {
            documents.add("$" + latex + "$\n\n$$\n" + latex + "\n$$\n");
        }
    }

    private static String noise(Random random) {
        var signs = "abc \n\n*_`~[]()!<>|#$\\-+.:1&\t\r\u0000\u0007\u001b\u0085\u200f\u202e\u2028\ufeff\ufffc\ud83d字ب";
        var text = new StringBuilder();
        for (int i = 0; i < 4_000; i++) {
            text.append(signs.charAt(random.nextInt(signs.length())));
        }
        return text.toString();
    }
}

package dev.ponder.ui.transcript;

import dev.ponder.ui.transcript.CodeColours.Colour;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.text.Segment;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenMakerFactory;
import org.fife.ui.rsyntaxtextarea.TokenTypes;
import org.jspecify.annotations.Nullable;

/**
 * Tells words of code apart, by the lexers of RSyntaxTextArea. A lexer is loaded elsewhere when its language is first met;
 * until then code has one colour. Belongs to the JavaFX thread.
 */
final class Lexers {

    /** What follows an opening fence, and the lexer for it; the names of a language are many. */
    private static final Map<String, String> STYLES = styles("""
            text/c: c h
            text/cpp: cpp c++ cxx cc hpp arduino cuda
            text/cs: cs csharp c#
            text/css: css
            text/less: less scss sass
            text/clojure: clojure clj
            text/dart: dart
            text/dockerfile: dockerfile docker containerfile
            text/fortran: fortran f90
            text/golang: go golang
            text/groovy: groovy gradle
            text/html: html htm vue svelte
            text/ini: ini toml cfg conf
            text/java: java
            text/javascript: javascript js jsx node mjs
            text/json: json
            text/jshintrc: json5 jsonc
            text/kotlin: kotlin kt kts
            text/latex: latex tex
            text/lisp: lisp scheme elisp racket
            text/lua: lua
            text/makefile: makefile make mk cmake
            text/perl: perl pl
            text/php: php
            text/powershell: powershell ps1 pwsh
            text/proto: proto protobuf
            text/properties: properties env dotenv
            text/python: python py python3 ipython pycon
            text/ruby: ruby rb
            text/rust: rust rs
            text/scala: scala
            text/sql: sql mysql postgresql sqlite plsql tsql
            text/typescript: typescript ts tsx
            text/unix: bash sh shell zsh console fish
            text/vb: vb vbnet vba
            text/bat: bat batch cmd
            text/xml: xml svg xsd xslt
            text/yaml: yaml yml
            """);

    private final Consumer<Runnable> background;
    private final Consumer<Runnable> onFx;
    private final Runnable onLoaded;
    private final Map<String, Lexer> loaded = new HashMap<>();
    private final Set<String> loading = new HashSet<>();

    /**
     * Loads nothing yet.
     *
     * @param background runs what takes long elsewhere
     * @param onFx runs something on the JavaFX thread
     * @param onLoaded hears that code may have other colours now
     */
    Lexers(Consumer<Runnable> background, Consumer<Runnable> onFx, Runnable onLoaded) {
        this.background = background;
        this.onFx = onFx;
        this.onLoaded = onLoaded;
    }

    private static Map<String, String> styles(String table) {
        var styles = new HashMap<String, String>();
        table.lines().forEach(line -> {
            int colon = line.indexOf(':');
            for (var name : line.substring(colon + 1).strip().split(" ", -1)) {
                styles.put(name, line.substring(0, colon));
            }
        });
        return Map.copyOf(styles);
    }

    /** The lexer of a language by any of its names; null where it is not known, or not yet. */
    @Nullable Lexer of(String language) {
        var style = STYLES.get(language.toLowerCase(Locale.ROOT));
        if (style == null) {
            return null;
        }
        if (loading.add(style)) {
            background.accept(() -> {
                var lexer = new Lexer(TokenMakerFactory.getDefaultInstance().getTokenMaker(style));
                lexer.colours("x = 1", 0);
                onFx.accept(() -> {
                    loaded.put(style, lexer);
                    onLoaded.run();
                });
            });
        }
        return loaded.get(style);
    }

    boolean isSettled() {
        return loaded.size() == loading.size();
    }

    /** Reads lines of one language. */
    static final class Lexer {
        private final TokenMaker maker;

        Lexer(TokenMaker maker) {
            this.maker = maker;
        }

        /** In what state a line leaves the next one; 0 is the state at the start. */
        int stateAfter(String line, int state) {
            return maker.getLastTokenTypeOnLine(segment(line), state);
        }

        /** The characters that have a colour of their own, in order. */
        List<Colour> colours(String line, int state) {
            var colours = new ArrayList<Colour>();
            int at = 0;
            Token token = maker.getTokenList(segment(line), state, 0);
            while (token != null && token.isPaintable()) {
                var style = style(token.getType());
                if (!style.isEmpty()) {
                    colours.add(new Colour(at, at + token.length(), style));
                }
                at += token.length();
                token = token.getNextToken();
            }
            return colours;
        }

        private static Segment segment(String line) {
            return new Segment(line.toCharArray(), 0, line.length());
        }

        private static String style(int type) {
            return switch (type) {
                case TokenTypes.COMMENT_EOL,
                        TokenTypes.COMMENT_MULTILINE,
                        TokenTypes.COMMENT_DOCUMENTATION,
                        TokenTypes.COMMENT_KEYWORD,
                        TokenTypes.COMMENT_MARKUP,
                        TokenTypes.MARKUP_COMMENT -> "code-comment";
                case TokenTypes.RESERVED_WORD,
                        TokenTypes.RESERVED_WORD_2,
                        TokenTypes.LITERAL_BOOLEAN,
                        TokenTypes.PREPROCESSOR,
                        TokenTypes.MARKUP_DTD -> "code-keyword";
                case TokenTypes.FUNCTION, TokenTypes.MARKUP_TAG_ATTRIBUTE -> "code-function";
                case TokenTypes.LITERAL_NUMBER_DECIMAL_INT,
                        TokenTypes.LITERAL_NUMBER_FLOAT,
                        TokenTypes.LITERAL_NUMBER_HEXADECIMAL,
                        TokenTypes.MARKUP_ENTITY_REFERENCE -> "code-number";
                case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE,
                        TokenTypes.LITERAL_CHAR,
                        TokenTypes.LITERAL_BACKQUOTE,
                        TokenTypes.REGEX,
                        TokenTypes.MARKUP_TAG_ATTRIBUTE_VALUE,
                        TokenTypes.ERROR_STRING_DOUBLE,
                        TokenTypes.ERROR_CHAR -> "code-string";
                case TokenTypes.DATA_TYPE, TokenTypes.ANNOTATION, TokenTypes.VARIABLE -> "code-type";
                case TokenTypes.MARKUP_TAG_NAME, TokenTypes.MARKUP_PROCESSING_INSTRUCTION -> "code-tag";
                default -> "";
            };
        }
    }
}

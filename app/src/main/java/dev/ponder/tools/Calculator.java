package dev.ponder.tools;

import dev.ponder.qwen.JsonValue;
import dev.ponder.qwen.JsonValue.JsonObject;
import java.util.List;

/**
 * Evaluates arithmetic exactly: numbers are fractions of whole numbers to the end. A quotient without a finite decimal
 * expansion is rounded in the result alone, and the result says so.
 */
public final class Calculator implements Tool {

    private static final String EXPRESSION = "expression";
    private static final int LONGEST = 1_000;

    /** A calculator; it remembers nothing. */
    public Calculator() {
        // one is as good as another
    }

    @Override
    public String name() {
        return "calculator";
    }

    @Override
    public String description() {
        return "Evaluate an arithmetic expression exactly: + - * / ^ % and parentheses.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter(EXPRESSION, "The expression, for example (2.5 + 4) * 3", true));
    }

    @Override
    public String call(JsonObject arguments) throws ToolException {
        return switch (arguments.members().get(EXPRESSION)) {
            case JsonValue.JsonString(var text) -> evaluate(text);
            case JsonValue.JsonNumber(var literal) -> evaluate(literal);
            case null -> throw new ToolException("The calculator needs the argument \"" + EXPRESSION + "\".");
            default -> throw new ToolException("The argument \"" + EXPRESSION + "\" must be a text.");
        };
    }

    /**
     * The value of an expression in decimal digits.
     *
     * @throws ToolException when it cannot be read, has no value, or would become too large
     */
    public String evaluate(String expression) throws ToolException {
        if (expression.length() > LONGEST) {
            throw new ToolException("The expression is too long: at most " + LONGEST + " characters.");
        }
        return new Expression(expression).value().text();
    }
}

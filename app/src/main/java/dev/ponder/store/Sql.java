package dev.ponder.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements with their parameters in one call. Enums are stored by name, booleans as 0 and 1. */
public final class Sql {

    /**
     * Makes a value of a row.
     *
     * @param <T> the value
     */
    @FunctionalInterface
    public interface Row<T> {

        /** Reads the current row; does not move on. */
        T read(ResultSet row) throws SQLException;
    }

    private Sql() {}

    /**
     * Inserts, updates or deletes.
     *
     * @return how many rows
     */
    public static int update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    /**
     * Inserts one row.
     *
     * @return its id
     */
    public static long insert(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        update(connection, sql, parameters);
        return one(connection, "SELECT last_insert_rowid()", row -> row.getLong(1))
                .orElseThrow();
    }

    /** All rows of a query. */
    public static <T> List<T> all(Connection connection, String sql, Row<T> reader, @Nullable Object... parameters)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
                return found;
            }
        }
    }

    /** The first row of a query. */
    public static <T> Optional<T> one(Connection connection, String sql, Row<T> reader, @Nullable Object... parameters)
            throws SQLException {
        return all(connection, sql, reader, parameters).stream().findFirst();
    }

    /** A whole number, or null where the column is null. */
    public static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            switch (parameters[i]) {
                case Enum<?> constant -> statement.setString(i + 1, constant.name());
                case Boolean flag -> statement.setInt(i + 1, flag ? 1 : 0);
                case null -> statement.setObject(i + 1, null);
                case Object value -> statement.setObject(i + 1, value);
            }
        }
    }
}

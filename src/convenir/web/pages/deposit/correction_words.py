"""The values of the lists that terms have, in French, by the type of the list."""

from convenir.writer.words import values

# The words of each list of values, by its type; the keys are the values that are stored.
VALUES: dict[type, dict[str, str]] = {
    type(next(iter(table))): {str(value): words for value, words in table.items()} for table in values.TABLES
}

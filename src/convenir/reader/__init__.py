"""From a text to its terms, each with the words that ground it."""

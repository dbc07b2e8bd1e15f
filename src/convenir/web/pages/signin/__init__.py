"""The demonstration's sign-in: one chooses a character. It exists in the demonstration only."""

"""The tables: what was written and what happened, and one cache of what follows from it."""

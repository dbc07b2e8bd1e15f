"""Hostile and broken files, made without end from good ones, to see that the intake reads or refuses each of them."""

"""Faults put one by one into the law, to see whether a case or a test notices each of them."""
